/** An embedded registry for tests: start it, use it over HTTP, look at what it has, collect its garbage. */
package io.github.registryclient.testkit;
