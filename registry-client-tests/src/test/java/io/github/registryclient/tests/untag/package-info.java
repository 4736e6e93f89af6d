/** Tags that go alone on registries that cannot delete tags. */
@NullMarked
package io.github.registryclient.tests.untag;

import org.jspecify.annotations.NullMarked;
