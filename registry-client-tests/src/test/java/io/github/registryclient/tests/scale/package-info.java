/** What holds for numbers that nobody would push. */
package io.github.registryclient.tests.scale;
