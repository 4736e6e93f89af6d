/**
 * The credentials that {@code docker login}, {@code podman login} and their credential helpers keep;
 * {@link io.github.registryclient.docker.DockerCredentials} is the door.
 */
@NullMarked
package io.github.registryclient.docker;

import org.jspecify.annotations.NullMarked;
