/** The client behind what stands before most registries: a real nginx, with the settings that people give it. */
package io.github.registryclient.tests.nginx;
