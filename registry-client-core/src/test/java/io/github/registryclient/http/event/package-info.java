@org.jspecify.annotations.NullMarked
package io.github.registryclient.http.event;
