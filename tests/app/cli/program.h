// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>

namespace glyphscope::test {

/// What the program left behind.
struct Outcome {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output as an object a line; stops the test program if a line is anything else.
    [[nodiscard]] QList<QJsonObject> json() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray& line : out.split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonDocument document = QJsonDocument::fromJson(line);
            if (!document.isObject())
                qFatal("not a JSON object: %s", line.constData());
            objects << document.object();
        }
        return objects;
    }
};

/// The program as in a terminal without a display; `dataFolder` is its $GLYPHSCOPE_DATA.
inline void prepare(QProcess& process, const QString& dataFolder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* const display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1StringView(display));
    environment.insert(QStringLiteral("GLYPHSCOPE_DATA"), dataFolder);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(dataFolder);
    process.setProgram(QStringLiteral(GLYPHSCOPE_PROGRAM));
}

inline Outcome outcomeOf(QProcess& process)
{
    constexpr int kMilliseconds = 240'000;
    if (!process.waitForFinished(kMilliseconds))
        qFatal("the program does not end");
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Outcome run(const QString& dataFolder, const QStringList& arguments)
{
    QProcess process;
    prepare(process, dataFolder);
    process.setArguments(arguments);
    process.start();
    return outcomeOf(process);
}

inline void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// `count` drawings of a one and as many of a seven, each a little other than the one before.
inline QByteArray onesAndSevens(int count)
{
    QByteArray ink = "<ink>";
    for (int i = 0; i < count; ++i)
        for (const auto& [truth, trace] :
             {std::pair("1", "%1 0, 50 100"), std::pair("7", "0 0, 60 0, %1 100")})
            ink += "<traceGroup><annotation type=\"truth\">" + QByteArray(truth) + "</annotation><trace>" +
                   QString::fromLatin1(trace).arg(10 + 3 * i).toLatin1() + "</trace></traceGroup>";
    return ink + "</ink>";
}

/// An IDX folder of bars at a height that the label settles: what a network learns in a few steps.
inline void writeBars(const QString& folder, int trainCount, int testCount)
{
    const auto word = [](int value) {
        QByteArray bytes;
        for (const int shift : {24, 16, 8, 0})
            bytes.append(static_cast<char>(value >> shift));
        return bytes;
    };
    for (const auto& [set, count] : {std::pair("train", trainCount), std::pair("t10k", testCount)}) {
        QByteArray images = word(0x803) + word(count) + word(28) + word(28);
        QByteArray labels = word(0x801) + word(count);
        for (int i = 0; i < count; ++i) {
            labels.append(static_cast<char>(i % 10));
            for (int pixel = 0; pixel < 28 * 28; ++pixel) {
                const bool on = pixel / 28 / 2 == i % 10 + 2 && pixel % 28 > 4 && pixel % 28 < 24;
                images.append(on ? '\xff' : static_cast<char>((i + pixel) % 30));
            }
        }
        const QString stem = folder + QLatin1Char('/') + QLatin1StringView(set);
        write(stem + QStringLiteral("-images-idx3-ubyte"), images);
        write(stem + QStringLiteral("-labels-idx1-ubyte"), labels);
    }
}

}  // namespace glyphscope::test
