package io.github.registryclient.testkit.traffic.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.http.Cut;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.Tampering;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the server can do on the wire, a script can have it do. */
class DeliveryReachTest {
    private static List<String> named(Class<?> type, Class<?> result) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == result)
                .map(Method::getName)
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void everything_that_a_delivery_can_do_can_be_scripted() {
        List<String> possible = named(Delivery.class, Delivery.class);

        assertThat(possible).contains("cutAfter", "rawHead", "interim");
        possible.remove("honest");
        assertThat(named(Fault.class, Fault.class)).containsAll(possible);
        possible.remove("cutBeforeHead"); // in the head, after 0 bytes
        assertThat(named(Tampering.class, void.class)).containsAll(possible);
    }

    @Test
    void every_ending_is_a_cut_of_the_server() {
        assertThat(Ending.values())
                .extracting(Enum::name)
                .containsExactly(Arrays.stream(Cut.values()).map(Enum::name).toArray(String[]::new));
    }
}
