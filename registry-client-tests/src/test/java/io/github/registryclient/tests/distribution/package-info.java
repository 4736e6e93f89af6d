/** What only distribution does, and its configuration decides. */
package io.github.registryclient.tests.distribution;
