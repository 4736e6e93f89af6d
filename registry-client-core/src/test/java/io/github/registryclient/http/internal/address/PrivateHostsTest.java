package io.github.registryclient.http.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost.",
                "registry.localhost",
                "registry.localhost.",
                "127.0.0.1",
                "127.0.0.1.",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "[ff02::1]",
                "[2001:0:808:808::1]",
                "[2002:e000:1::]",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[fd00::1]",
                "[fe80::1]",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::a00:1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::1]",
                // forms that some resolvers take for an address, and the JDK not always
                "2130706433",
                "0",
                "0x7f000001",
                "0177.0.0.1",
                "127.1",
                "0x7f.1",
                "127.0.0.1.5",
                "300.1.1.1",
            })
    void hosts_that_are_or_may_be_private(String host) {
        assertThat(PrivateHosts.contains(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example",
                "registry.example.",
                "localhost.example",
                "notlocalhost",
                "127.0.0.1.example",
                "10.example",
                "0xabc.example",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "192.0.1.8",
                "223.255.255.255",
                "[2001:1::1]",
                "[2001:db8::1]",
                "[64:ff9b::808:808]",
                "[2002:808:808::1]",
                "[::ffff:8.8.8.8]",
                "abcdef",
            })
    void hosts_that_are_not_known_to_be(String host) {
        assertThat(PrivateHosts.contains(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.255.0.1", "[::1]"})
    void this_machine(String host) {
        assertThat(PrivateHosts.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.localhost",
                "localhost.example",
                "10.0.0.1",
                "0.0.0.0",
                "2130706433",
                "127.1",
                "0177.0.0.1",
                "100.64.0.1",
                "[64:ff9b::7f00:1]",
                "[::7f00:1]",
            })
    void what_is_not_certainly_this_machine(String host) {
        assertThat(PrivateHosts.isLoopback(host)).isFalse();
    }
}
