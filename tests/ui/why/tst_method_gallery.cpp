// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/why_values.h"
#include "ui/style/theme.h"
#include "ui/why/method_gallery.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <memory>

using namespace glyphscope;

namespace {

using Method = AttributionMethod;

/// Notes what the widget is asked to repaint.
class PaintWatch : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
    QRegion painted;
};

}  // namespace

class TstMethodGallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_gallery = std::make_unique<MethodGallery>();
        m_gallery->resize(300, m_gallery->heightForWidth(300));
        m_gallery->setGlyph(test::seven());
        m_gallery->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_gallery.get()));
    }
    void cleanup() { m_gallery.reset(); }

    void aClickChooses()
    {
        QSignalSpy chosen(m_gallery.get(), &MethodGallery::chosen);
        QTest::mouseClick(m_gallery.get(), Qt::LeftButton, {}, tile(3).center().toPoint());
        QCOMPARE(m_gallery->current(), Method::GradCam);
        QCOMPARE(chosen.count(), 1);
        QTest::mouseClick(m_gallery.get(), Qt::LeftButton, {}, tile(3).center().toPoint());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_gallery->accessibleDescription(), QStringLiteral("Grad-CAM"));
    }

    void arrowsWalkTheRowsAndColumns()
    {
        m_gallery->choose(Method::Saliency);
        QCOMPARE(m_gallery->galleryLayout().columns, 3);
        const auto press = [this](Qt::Key key) {
            QTest::keyClick(m_gallery.get(), key);
            return m_gallery->current();
        };
        QCOMPARE(press(Qt::Key_Left), Method::Saliency);
        QCOMPARE(press(Qt::Key_Right), Method::InputTimesGradient);
        QCOMPARE(press(Qt::Key_Down), Method::IntegratedGradients);
        QCOMPARE(press(Qt::Key_Down), Method::IntegratedGradients);
        QCOMPARE(press(Qt::Key_Up), Method::InputTimesGradient);
        QCOMPARE(press(Qt::Key_End), Method::Occlusion);
        QCOMPARE(press(Qt::Key_Right), Method::Occlusion);
        QCOMPARE(press(Qt::Key_Home), Method::Saliency);
    }

    void everyMapIsShownInItsTile()
    {
        const QImage without = m_gallery->grab().toImage();
        m_gallery->setAttribution(test::attribution(Method::Occlusion));
        const QImage with = m_gallery->grab().toImage();
        const auto differs = [&](int index) {
            const QRect area =
                m_gallery->galleryLayout().tiles[static_cast<std::size_t>(index)].picture.toRect();
            return with.copy(area) != without.copy(area);
        };
        QVERIFY(differs(5));
        for (int i = 0; i < 5; ++i)
            QVERIFY(!differs(i));
        m_gallery->forget();
        QCOMPARE(m_gallery->grab().toImage(), without);
    }

    void mapsOfAnotherDrawingAreFaint()
    {
        Attribution past = test::attribution(Method::Occlusion);
        m_gallery->setAttribution(past);
        const QImage present = m_gallery->grab().toImage();
        m_gallery->setGlyph(test::stem());
        const QImage faint = m_gallery->grab().toImage();
        const QRect area = m_gallery->galleryLayout().tiles[5].picture.toRect();
        QVERIFY(faint.copy(area) != present.copy(area));
        m_gallery->setGlyph(past.glyph);
        QCOMPARE(m_gallery->grab().toImage(), present);
    }

    void aNewMapRepaintsItsTileOnly()
    {
        m_gallery->grab();
        QCoreApplication::sendPostedEvents();
        PaintWatch watch;
        m_gallery->installEventFilter(&watch);
        m_gallery->setAttribution(test::attribution(Method::Saliency));
        QTRY_VERIFY(!watch.painted.isEmpty());
        QVERIFY(!watch.painted.intersects(tile(1).toRect()));
        QVERIFY(!watch.painted.intersects(tile(3).toRect()));
    }

    void theDrawingFollowsTheTheme()
    {
        const QImage light = m_gallery->grab().toImage();
        applyTheme(*qApp, true);
        const QImage dark = m_gallery->grab().toImage();
        const QPoint corner = m_gallery->galleryLayout().tiles[0].picture.topLeft().toPoint() + QPoint(2, 2);
        QCOMPARE(dark.pixelColor(corner), theme().paper);
        QVERIFY(light.pixelColor(corner) != dark.pixelColor(corner));
    }

private:
    [[nodiscard]] QRectF tile(int index) const
    {
        return m_gallery->galleryLayout().tiles[static_cast<std::size_t>(index)].tile;
    }
    std::unique_ptr<MethodGallery> m_gallery;
};

GLYPHSCOPE_TEST(TstMethodGallery, Widgets)
#include "tst_method_gallery.moc"
