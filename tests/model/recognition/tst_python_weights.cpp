// SPDX-License-Identifier: GPL-3.0-or-later
// A SimpleCNN that Python saved: its file is read here, and gives Python's logits.
#include "model/checkpoint/pt_file.h"
#include "model/data/byte_source.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/recognition/torch_recognizer.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kGoldens = GLYPHSCOPE_SOURCE_DIR "/tests/model/checkpoint/golden/";
constexpr int kCount = 8;

/// The pictures of make_goldens.py.
std::vector<Glyph> pictures()
{
    std::vector<Glyph> glyphs(kCount);
    std::uint32_t state = 1;
    for (Glyph& glyph : glyphs)
        for (std::uint8_t& pixel : glyph) {
            state = (state * 1103515245U + 12345U) % (1U << 31);
            pixel = static_cast<std::uint8_t>(state >> 16);
        }
    return glyphs;
}

StateDict pythonsWeights()
{
    ByteSource packed(std::string(kGoldens) + "simplecnn.pt.gz");
    std::vector<std::uint8_t> bytes(std::size_t{4} << 20);
    bytes.resize(packed.read(bytes));
    return parsePt(std::as_bytes(std::span(bytes)), "simplecnn.pt");
}

/// The largest difference of any logit from Python's, as a share of the largest logit.
double differenceFromPython(Recognizer& recognizer)
{
    QFile file(QLatin1StringView(kGoldens) + u"simplecnn.logits"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no logits of Python's");
    double largest = 0;
    double difference = 0;
    for (const Glyph& glyph : pictures()) {
        const std::vector<float> logits = recognizer.predict(glyph).logits;
        const QByteArrayList golden = file.readLine().trimmed().split(' ');
        if (static_cast<std::size_t>(golden.size()) != logits.size())
            qFatal("another number of logits than Python's");
        for (qsizetype k = 0; k < golden.size(); ++k) {
            const double expected = std::strtod(golden[k].constData(), nullptr);
            largest = std::max(largest, std::abs(expected));
            difference = std::max(
                difference, std::abs(static_cast<double>(logits[static_cast<std::size_t>(k)]) - expected));
        }
    }
    return difference / largest;
}

}  // namespace

class TstPythonWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givePythonsLogitsInLibTorch();
    void givePythonsLogitsInOurForwardPass();
};

void TstPythonWeights::givePythonsLogitsInLibTorch()
{
    const auto recognizer = makeTorchRecognizer(pythonsWeights(), "cpu");
    const double difference = differenceFromPython(*recognizer);
    QVERIFY2(difference <= 1e-6, qPrintable(QString::number(difference)));
}

void TstPythonWeights::givePythonsLogitsInOurForwardPass()
{
    const auto recognizer = makeCpuRecognizer(pythonsWeights());
    const double difference = differenceFromPython(*recognizer);
    QVERIFY2(difference <= 1e-5, qPrintable(QString::number(difference)));
}

GLYPHSCOPE_TEST(TstPythonWeights, Core)
#include "tst_python_weights.moc"
