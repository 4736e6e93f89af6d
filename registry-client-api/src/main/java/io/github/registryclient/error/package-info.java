/**
 * The exception family, at the bottom of the house so that names, documents and the client can all throw its members.
 *
 * <p>One root, {@link io.github.registryclient.error.RegistryException}, and below it:
 *
 * <ul>
 *   <li>{@link io.github.registryclient.error.InvalidInputException}: what you gave cannot be right; what it was for was not
 *       sent.
 *   <li>{@link io.github.registryclient.error.ErrorResponseException}: the registry said no.
 *   <li>{@link io.github.registryclient.error.NoResponseException}: there was no answer, and only where it is an
 *       {@link io.github.registryclient.error.UnreachableException} certainly no effect.
 *   <li>{@link io.github.registryclient.error.InvalidResponseException}: there was one, but it cannot be believed.
 *   <li>{@link io.github.registryclient.error.CredentialsUnavailableException}: credentials that are configured cannot be
 *       had; what they were for was not sent.
 *   <li>{@link io.github.registryclient.error.TokenUnavailableException}: the token server gave no token.
 *   <li>{@link io.github.registryclient.error.TagMovedException}: somebody pushed the tag that was to be deleted.
 *   <li>{@link io.github.registryclient.error.MalformedDocumentException}: bytes that you gave to be parsed are no document.
 * </ul>
 */
@NullMarked
package io.github.registryclient.error;

import org.jspecify.annotations.NullMarked;
