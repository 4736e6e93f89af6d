/** HTTP proxies that want a password: played ones that record what they saw, and real ones. */
@NullMarked
package io.github.registryclient.tests.proxy;

import org.jspecify.annotations.NullMarked;
