package io.github.registryclient.testkit.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedNamesTest {
    private final NumberedNames names = new NumberedNames("t", 5);

    @Test
    void names_have_the_order_of_their_numbers() {
        assertThat(names.after("")).containsExactly("t0000000", "t0000001", "t0000002", "t0000003", "t0000004");
        assertThat(new NumberedNames("t", NumberedNames.MOST).after("t9999997"))
                .containsExactly("t9999998", "t9999999");
    }

    @ParameterizedTest
    @CsvSource({
        "t0000001,t0000002,3",
        "t000000,t0000000,5",
        "t00000011,t0000002,3",
        "s,t0000000,5",
        "t0000003x,t0000004,1"
    })
    void a_slice_begins_behind_any_text(String after, String first, int size) {
        NumberedSlice slice = names.after(after);

        assertThat(slice.size()).isEqualTo(size);
        assertThat(slice).hasSize(size).first().isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t0000004", "t1", "u"})
    void nothing_comes_behind_the_last(String after) {
        assertThat(names.after(after)).isEmpty();
        assertThat(names.after(after).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t0000005", "t000001", "x0000001", "t00000001", "t-000001", "t000000/", "t000000:", ""})
    void other_names_have_no_number(String name) {
        assertThat(names.number(name)).isEmpty();
    }

    @Test
    void what_is_hidden_is_missing_everywhere() {
        names.hide("t0000000");
        names.hide("t0000003");
        names.hide("other");

        assertThat(names.after("")).containsExactly("t0000001", "t0000002", "t0000004");
        assertThat(names.after("t0000001")).containsExactly("t0000002", "t0000004");
        assertThat(names.after("t0000002").size()).isEqualTo(1);
        assertThat(names.visible()).isEqualTo(3);
        assertThat(names.number("t0000003")).isEmpty();
        assertThat(names.number("t0000002")).hasValue(2);
    }

    @Test
    void a_slice_is_as_it_was() {
        NumberedSlice before = names.after("");

        names.hideEach(1, 2);

        assertThat(before).hasSize(5);
        assertThat(before.size()).isEqualTo(5);
        assertThat(names.after("")).containsExactly("t0000000", "t0000002", "t0000004");
    }
}
