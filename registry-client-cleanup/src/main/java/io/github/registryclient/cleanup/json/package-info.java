/** Reads the JSON documents of this module strictly: every mistake has a place, and nothing is passed over. */
@NullMarked
package io.github.registryclient.cleanup.json;

import org.jspecify.annotations.NullMarked;
