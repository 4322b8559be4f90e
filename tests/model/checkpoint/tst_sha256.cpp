// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/sha256.h"
#include "tests/support/test_program.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

using namespace glyphscope;

class TstSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsQtsAtEveryLength();
};

void TstSha256::equalsQtsAtEveryLength()
{
    QByteArray bytes;
    for (int length = 0; length < 300; ++length) {
        const QByteArray expected = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        const auto span = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        QCOMPARE(QByteArray::fromStdString(sha256(span)), expected);
        bytes.append(static_cast<char>(length * 37));
    }
}

GLYPHSCOPE_TEST(TstSha256, Core)
#include "tst_sha256.moc"
