/** The jars as named modules, from outside. */
package io.github.registryclient.tests.modules;
