@org.jspecify.annotations.NullMarked
package io.github.registryclient.tests.manners;
