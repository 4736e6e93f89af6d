/** The arrows of the house: who may know whom, between modules and inside them. */
package io.github.registryclient.tests.arrows;
