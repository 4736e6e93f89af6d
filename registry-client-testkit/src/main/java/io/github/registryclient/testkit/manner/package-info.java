/**
 * How known servers depart from the specification, as data: each manner is one departure that an embedded registry plays, and a
 * server's manners are a list of them, each with the source that it is known from.
 */
@NullMarked
package io.github.registryclient.testkit.manner;

import org.jspecify.annotations.NullMarked;
