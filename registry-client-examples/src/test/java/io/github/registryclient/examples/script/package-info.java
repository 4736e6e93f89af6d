/** The script {@code run}, started as a user starts it. */
package io.github.registryclient.examples.script;
