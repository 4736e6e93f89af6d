/** How old a tag's manifest is: several sources, of which the youngest counts. */
@NullMarked
package io.github.registryclient.cleanup.age;

import org.jspecify.annotations.NullMarked;
