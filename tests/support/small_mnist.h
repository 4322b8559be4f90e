// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QtEndian>

namespace glyphscope::test {

/// An IDX folder like MNIST's: `count` images to train on, 200 to test, as `paint(i, label)` makes them of
/// 784 bytes.
template <typename Paint>
void writeSmallSet(const QString& folder, int count, int labels, Paint paint)
{
    QDir().mkpath(folder);
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    const auto write = [&folder](const char* name, const QByteArray& bytes) {
        QFile file(folder + u'/' + QLatin1StringView(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    };
    const auto set = [&](const char* images, const char* truths, int n) {
        QByteArray pixels = number(0x803) + number(static_cast<quint32>(n)) + number(28) + number(28);
        QByteArray classes = number(0x801) + number(static_cast<quint32>(n));
        for (int i = 0; i < n; ++i) {
            const int label = i % labels;
            pixels += paint(i, label);
            classes += static_cast<char>(label);
        }
        write(images, pixels);
        write(truths, classes);
    };
    set("train-images-idx3-ubyte", "train-labels-idx1-ubyte", count);
    set("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", 200);
}

/// One of bars whose height and length the label settles.
inline void writeSmallMnist(const QString& folder, int count, int labels = 10)
{
    writeSmallSet(folder, count, labels, [](int i, int label) {
        QByteArray image(784, '\0');
        for (int x = 5; x < 23 - label / 10; ++x)
            for (int y : {4 + 2 * (label % 10), 5 + 2 * (label % 10)})
                image[28 * y + x] = static_cast<char>(255 - (i * 7 + x) % 50);
        return image;
    });
}

}  // namespace glyphscope::test
