#!/bin/sh
# Makes the test keys and certificates here anew, with OpenSSL 3. They open nothing anywhere; every password is "swordfish".
set -eu
cd "$(dirname "$0")"
rm -f -- *.pem *.p12
work=$(mktemp -d)
export WORK="$work"
trap 'rm -rf "$work"' EXIT
password=pass:swordfish

# An authority, one below it, and a server. "openssl ca", because it can date back.
touch "$work/index"
cat > "$work/config" <<'END'
[policy]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[client]
extendedKeyUsage = clientAuth
[server]
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1,DNS:localhost
[ca]
database = $ENV::WORK/index
new_certs_dir = $ENV::WORK
unique_subject = no
serial = $ENV::WORK/serial
rand_serial = yes
email_in_dn = no
END
issue() { # certificate subject issuer extensions key; the issuer is a name, or -selfsign
    openssl req -new -key "$5" -subj "/CN=$2" -out "$work/request" -config /dev/null
    if [ "$3" = -selfsign ]; then set -- "$1" "$2" "$3" "$4" "$5" -selfsign -keyfile "$5"
    else set -- "$1" "$2" "$3" "$4" "$5" -cert "$3.pem" -keyfile "$work/$3.key"; fi
    certificate=$1 section=$4
    shift 5
    openssl ca -batch -notext -config "$work/config" -name ca -policy policy -md sha256 \
        -startdate 20200101000000Z -enddate 21200101000000Z -extensions "$section" -in "$work/request" \
        -out "$certificate" "$@" 2>"$work/log" || { cat "$work/log"; exit 1; }
}
openssl ecparam -name prime256v1 -genkey -noout -out "$work/ca.key"
issue "$work/ca.pem" "test root" -selfsign authority "$work/ca.key"
openssl x509 -in "$work/ca.pem" -text -out ca.pem
openssl ecparam -name prime256v1 -genkey -noout -out "$work/middle.key"
issue middle.pem "test middle" ca authority "$work/middle.key"
openssl ecparam -name prime256v1 -genkey -noout -out "$work/server.key"
issue "$work/server.pem" localhost ca server "$work/server.key"
openssl pkcs12 -export -in "$work/server.pem" -inkey "$work/server.key" -certfile ca.pem -passout $password \
    -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 -out server.p12 # as every Java reads it

# RSA, in each form of a key.
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.pkcs8.pem 2>/dev/null
issue rsa.cert.pem rsa ca client rsa.pkcs8.pem
openssl rsa -in rsa.pkcs8.pem -traditional -out rsa.pkcs1.pem 2>/dev/null
openssl rsa -in rsa.pkcs8.pem -traditional -aes256 -passout $password -out rsa.old-encrypted.pem 2>/dev/null
encrypt() { # name options
    name=$1
    shift
    openssl pkcs8 -topk8 -in rsa.pkcs8.pem -passout $password -out "rsa.$name.pem" "$@"
}
encrypt aes256-sha256 -v2 aes-256-cbc -v2prf hmacWithSHA256
encrypt aes192-sha512 -v2 aes-192-cbc -v2prf hmacWithSHA512
encrypt aes128-sha1 -v2 aes-128-cbc -v2prf hmacWithSHA1
encrypt des3 -v2 des3
encrypt scrypt -scrypt
encrypt sha1-3des -v1 PBE-SHA1-3DES
encrypt sha1-rc2-40 -v1 PBE-SHA1-RC2-40 -provider legacy -provider default
encrypt md5-des -v1 PBE-MD5-DES -provider legacy -provider default

# Elliptic curves; the certificate for P-256 is of the authority below.
openssl ecparam -name prime256v1 -genkey -out ec256.sec1-parameters.pem
openssl ec -in ec256.sec1-parameters.pem -out ec256.sec1.pem 2>/dev/null
openssl pkcs8 -topk8 -nocrypt -in ec256.sec1.pem -out ec256.pkcs8.pem
issue ec256.cert.pem ec256 middle client ec256.sec1.pem
openssl ecparam -name secp384r1 -genkey -noout -out ec384.sec1.pem
issue ec384.cert.pem ec384 ca client ec384.sec1.pem
openssl genpkey -algorithm ed25519 -out ed25519.pkcs8.pem
issue ed25519.cert.pem ed25519 ca client ed25519.pkcs8.pem

# PKCS#12 as OpenSSL 3 writes it, and as older programs did.
openssl pkcs12 -export -in rsa.cert.pem -inkey rsa.pkcs8.pem -passout $password -out rsa.p12
openssl pkcs12 -export -in rsa.cert.pem -inkey rsa.pkcs8.pem -passout $password -legacy -out rsa.legacy.p12
openssl pkcs12 -export -in ec256.cert.pem -inkey ec256.sec1.pem -certfile middle.pem -passout $password -out ec256.p12
openssl pkcs12 -export -in ca.pem -nokeys -passout $password -out no-key.p12
