// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/network_strip.h"
#include "ui/style/theme.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

ModuleOutput filled(const std::string& name, std::vector<int> shape, float low, float high)
{
    ModuleOutput output{.name = name, .kind = name + "(...)", .shape = std::move(shape), .values = {}};
    std::size_t count = 1;
    for (const int side : output.shape)
        count *= static_cast<std::size_t>(side);
    for (std::size_t i = 0; i < count; ++i)
        output.values.push_back(low + (high - low) * static_cast<float>(i) / static_cast<float>(count - 1));
    return output;
}

std::vector<ModuleOutput> chain()
{
    return {filled("conv1", {32, 28, 28}, -1, 2), filled("relu1", {32, 28, 28}, 0, 2),
            filled("fc1", {256}, -3, 3), filled("fc2", {10}, -4.5F, 4.5F)};
}

}  // namespace

class TstNetworkStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init()
    {
        test::failOnQtWarnings();
        m_strip = std::make_unique<NetworkStrip>();
        m_strip->resize(500, 200);
    }

    void nothingIsBuiltWhileHidden()
    {
        m_strip->setModules(test::shared(chain()));
        QCOMPARE(m_strip->cardCount(), 0);
        m_strip->show();
        QCOMPARE(m_strip->cardCount(), 4);
        m_strip->hide();
        m_strip->clear();
        QCOMPARE(m_strip->cardCount(), 4);
        m_strip->show();
        QCOMPARE(m_strip->cardCount(), 0);
    }

    void theEmptyStripSaysWhatToDo()
    {
        m_strip->show();
        const QImage empty = m_strip->grab().toImage();
        bool words = false;
        for (int x = 0; x < empty.width() && !words; ++x)
            for (int y = 0; y < empty.height() && !words; ++y)
                words = QColor(empty.pixel(x, y)) == theme().mutedText;
        QVERIFY(words);
        QVERIFY(m_strip->tipAt({10, 10}).isEmpty());
    }

    void blocksAreFolded()
    {
        std::vector<ModuleOutput> modules{filled("stem", {4, 7, 7}, 0, 1)};
        for (const char* name : {"stage.0.conv", "stage.0", "stage.1.conv", "stage.1", "stage"})
            modules.push_back(filled(name, {4, 7, 7}, 0, 1));
        modules.back().kind = "Repeat(2)";
        m_strip->resize(900, 220);
        m_strip->setModules(test::shared(modules));
        m_strip->show();
        QCOMPARE(m_strip->cardCount(), 2);
        QVERIFY(m_strip->tipAt(m_strip->placeOf(1).name.center()).contains(u"Holds 4 module"_s));
        QTest::mouseClick(m_strip->viewport(), Qt::LeftButton, {},
                          m_strip->placeOf(1).name.topLeft().toPoint() + QPoint(5, 8));
        QCOMPARE(m_strip->cardCount(), 4);  // stem, stage.0, stage.1, stage
        QCOMPARE(m_strip->current(), 3);
        QTest::keyClick(m_strip.get(), Qt::Key_Space);
        QCOMPARE(m_strip->cardCount(), 2);
        m_strip->setCurrent(u"stage.1.conv"_s);
        QCOMPARE(m_strip->cardCount(), 5);
        QCOMPARE(m_strip->current(), 2);
        m_strip->setModules(test::shared(modules));  // the next reading
        QCOMPARE(m_strip->cardCount(), 5);
    }

    void aFoldedBlockTellsOfTheHooksInIt()
    {
        std::vector<ModuleOutput> modules{filled("block.conv", {4, 7, 7}, 0, 1),
                                          filled("block", {4, 7, 7}, 0, 1)};
        m_strip->setModules(test::shared(modules));
        m_strip->show();
        HookSpec hook;
        hook.module = "block.conv";
        hook.action = HookAction::Zero;
        const QString plain = m_strip->tipAt(m_strip->placeOf(0).name.center());
        m_strip->setHooks({hook});
        QVERIFY(m_strip->tipAt(m_strip->placeOf(0).name.center()) != plain);
    }

    void theTipNamesTheMapUnderThePointer()
    {
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        const QRectF picture = m_strip->placeOf(0).picture;
        const QString tip = m_strip->tipAt(picture.topLeft() + QPointF(3, 3));
        QVERIFY2(tip.startsWith(u"conv1, map 0: min \u22121, "_s), qPrintable(tip));
        QVERIFY(m_strip->tipAt(picture.bottomRight() - QPointF(3, 3)).startsWith(u"conv1, map 31: "_s));
        QVERIFY(m_strip->tipAt(m_strip->placeOf(0).name.center())
                    .startsWith(u"conv1: conv1(...)\n32 \u00D7 28"_s));
    }

    void theLogitsHaveTheNamesOfTheirClasses()
    {
        m_strip->resize(2000, 220);
        m_strip->setModules(test::shared(chain()));
        m_strip->setClassNames(
            {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s, u"boot"_s});
        m_strip->show();
        const QRectF picture = m_strip->placeOf(3).picture;
        QVERIFY(m_strip->tipAt(QPointF(picture.center().x(), picture.bottom() - 2))
                    .startsWith(u"fc2, boot: 4.5"_s));
    }

    void moreClassesThanBarsStillHaveTheirNames()
    {
        std::vector<ModuleOutput> modules{{"fc2", "Linear", {47}, std::vector<float>(47, 0.5F)}};
        modules[0].values[30] = 4;
        QStringList names;
        for (int k = 0; k < 47; ++k)
            names << u"name %1"_s.arg(k);
        m_strip->setClassNames(names);
        m_strip->setModules(test::shared(modules));
        m_strip->resize(600, 220);
        m_strip->show();
        const QRectF picture = m_strip->placeOf(0).picture;
        QStringList first;
        for (double y = picture.top() + 0.5; y < picture.bottom(); ++y)
            for (double x = picture.left() + 0.5; x < picture.right(); ++x)
                first << m_strip->tipAt({x, y}).section(u'\n', 0, 0);
        QVERIFY2(first.contains(u"fc2, name 30: 4"_s), qPrintable(first.join(u'\n').left(500)));
        QVERIFY(first.contains(u"fc2, name 46: 0.5"_s));
    }

    /// A scroll bar takes from the height, by which the chain is laid out: neither must undo the other.
    void theLastCardCanBeSeenInAnySize()
    {
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        for (int width = 300; width <= 1400; width += 20)
            for (int height = 120; height <= 300; height += 9) {
                m_strip->resize(width, height);
                const double end = m_strip->placeOf(m_strip->cardCount() - 1).card.right();
                const double seen = m_strip->viewport()->width() + m_strip->horizontalScrollBar()->maximum();
                QVERIFY2(end <= seen,
                         qPrintable(u"%1x%2: %3 of %4"_s.arg(width).arg(height).arg(seen).arg(end)));
            }
    }

    void theWheelGoesSideways()
    {
        m_strip->setModules(test::shared(chain()));
        m_strip->resize(240, 220);  // too narrow for the chain
        m_strip->show();
        QVERIFY(m_strip->horizontalScrollBar()->maximum() > 200);
        QWheelEvent turn(QPointF(50, 50), m_strip->mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, -120),
                         Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_strip->viewport(), &turn);
        QCOMPARE(m_strip->horizontalScrollBar()->value(), 120);
    }

    void keysChooseACardAndBringItIntoView()
    {
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
        QSignalSpy changes(m_strip.get(), &NetworkStrip::currentChanged);
        QTest::keyClick(m_strip.get(), Qt::Key_End);
        QCOMPARE(changes.last().first().toString(), u"fc2"_s);
        QVERIFY(m_strip->placeOf(3).card.right() <= m_strip->horizontalScrollBar()->value() + 500);
        QVERIFY(m_strip->accessibleDescription().startsWith(u"fc2: "_s));
        QTest::keyClick(m_strip.get(), Qt::Key_Left);
        QCOMPARE(m_strip->current(), 2);
        QTest::keyClick(m_strip.get(), Qt::Key_Home);
        QCOMPARE(m_strip->current(), 0);
        QCOMPARE(m_strip->horizontalScrollBar()->value(), 0);
        QTest::keyClick(m_strip.get(), Qt::Key_Left);
        QCOMPARE(m_strip->current(), 0);
    }

    void aDoubleClickOrReturnOpensAModule()
    {
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        QSignalSpy opened(m_strip.get(), &NetworkStrip::opened);
        QTest::keyClick(m_strip.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
        QTest::mouseDClick(m_strip->viewport(), Qt::LeftButton, {},
                           m_strip->placeOf(1).name.center().toPoint());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.last().first().toString(), u"relu1"_s);
        QTest::mouseClick(m_strip->viewport(), Qt::LeftButton, {},
                          m_strip->placeOf(0).name.center().toPoint());
        QTest::keyClick(m_strip.get(), Qt::Key_Return);
        QCOMPARE(opened.last().first().toString(), u"conv1"_s);
    }

    void theCurrentModuleCanBeSetFromOutside()
    {
        QSignalSpy changes(m_strip.get(), &NetworkStrip::currentChanged);
        m_strip->setCurrent(u"fc2"_s);
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        QCOMPARE(m_strip->current(), 3);
        m_strip->setCurrent(u"conv1"_s);
        QCOMPARE(m_strip->current(), 0);
        m_strip->setCurrent(u"fc2"_s);
        QVERIFY(m_strip->placeOf(3).card.right() <= m_strip->horizontalScrollBar()->value() + 500);
        m_strip->setModules(test::shared(chain()));
        QCOMPARE(m_strip->current(), 3);
        QCOMPARE(changes.size(), 0);
    }

    void theChainDoesNotTwitchWithItsValues()
    {
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        const QRectF last = m_strip->placeOf(3).card;
        std::vector<ModuleOutput> other = chain();
        for (ModuleOutput& output : other)
            for (float& value : output.values)
                value *= 0.37F;
        m_strip->setModules(test::shared(other));
        QCOMPARE(m_strip->placeOf(3).card, last);
    }

    void aPaintIsQuick()
    {
        m_strip->resize(1900, 240);
        m_strip->setModules(test::shared(chain()));
        m_strip->show();
        QImage target(m_strip->size(), QImage::Format_ARGB32_Premultiplied);
        QBENCHMARK
        {
            m_strip->render(&target);
        }
    }

private:
    std::unique_ptr<NetworkStrip> m_strip;
};

GLYPHSCOPE_TEST(TstNetworkStrip, Widgets)
#include "tst_network_strip.moc"
