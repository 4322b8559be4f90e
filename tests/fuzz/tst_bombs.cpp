// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that would unpack, nest or repeat themselves into all the memory there is.
#include "tests/fuzz/bombs.h"
#include "tests/fuzz/memory_peak.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"

#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::fuzz;

Q_DECLARE_METATYPE(Bomb)

class TstBombs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theMeasureMeasures();
    void areRefusedInLittleMemory_data();
    void areRefusedInLittleMemory();

private:
    static constexpr std::size_t kMost = std::size_t{64} << 20;
};

void TstBombs::initTestCase()
{
    // Qt's decoders say on the log what they stumbled over.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
}

void TstBombs::theMeasureMeasures()
{
    constexpr std::size_t kTaken = std::size_t{80} << 20;
    const std::size_t peak = memoryPeak([] { const std::vector<char> taken(kTaken, 'x'); });
    QVERIFY2(peak > kTaken / 2, "memory that was taken is not seen");
    QVERIFY2(memoryPeak([] {}) < kMost / 8, "memory is seen that was not taken");
}

void TstBombs::areRefusedInLittleMemory_data()
{
    QTest::addColumn<Bomb>("bomb");
    for (const Bomb& bomb : bombs())
        QTest::newRow(bomb.name) << bomb;
}

void TstBombs::areRefusedInLittleMemory()
{
    QFETCH(Bomb, bomb);
    const QByteArray bytes = bomb.make();
    QVERIFY2(bytes.size() <= 4 << 20, "a bomb is a small file");
    bool refused = false;
    const std::size_t peak = memoryPeak([&] {
        try {
            bomb.read(bytes);
        } catch (const Error& error) {
            refused = true;
            QVERIFY2(QByteArray(error.what()).contains(bomb.reason), error.what());
        }
    });
    QVERIFY(refused == (bomb.reason != nullptr));
    QVERIFY2(peak <= kMost || !kPeaksAreReal, QByteArray::number(peak >> 20) + " MiB");
}

GLYPHSCOPE_TEST(TstBombs, Core)
#include "tst_bombs.moc"
