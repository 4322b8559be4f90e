// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/samples/sample_story.h"
#include "ui/samples/sample_gallery.h"
#include "ui/samples/sample_model.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

bool shows(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (QColor(image.pixel(x, y)) == colour)
                return true;
    return false;
}

}  // namespace

class TstSampleGallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init()
    {
        test::failOnQtWarnings();
        m_model.setFilter(std::nullopt);
        m_model.setSamples(test::samplesOf(30));
        m_gallery.resize(400, 300);
        m_gallery.clearSelection();
    }

    void aDigitRelabelsTheSelection()
    {
        const QSignalSpy asked(&m_gallery, &SampleGallery::relabelRequested);
        select({u"s3"_s, u"s13"_s});
        QTest::keyClick(&m_gallery, Qt::Key_8);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toStringList(), (QStringList{u"s13"_s, u"s3"_s}));
        QCOMPARE(asked[0][1].toInt(), 8);
    }

    void whatHasTheLabelAlreadyIsLeftAlone()
    {
        const QSignalSpy asked(&m_gallery, &SampleGallery::relabelRequested);
        select({u"s3"_s, u"s4"_s});
        QTest::keyClick(&m_gallery, Qt::Key_3);
        QCOMPARE(asked[0][0].toStringList(), QStringList{u"s4"_s});
        select({u"s3"_s});
        QTest::keyClick(&m_gallery, Qt::Key_3);
        QCOMPARE(asked.size(), 1);
    }

    void keysWithoutASelectionDoNothing()
    {
        const QSignalSpy relabelled(&m_gallery, &SampleGallery::relabelRequested);
        const QSignalSpy removed(&m_gallery, &SampleGallery::removeRequested);
        QTest::keyClick(&m_gallery, Qt::Key_8);
        QTest::keyClick(&m_gallery, Qt::Key_Delete);
        QCOMPARE(relabelled.size() + removed.size(), 0);
    }

    void deleteRemovesAndEnterPutsOnTheCanvas()
    {
        const QSignalSpy removed(&m_gallery, &SampleGallery::removeRequested);
        const QSignalSpy chosen(&m_gallery, &SampleGallery::chosen);
        const QSignalSpy undone(&m_gallery, &SampleGallery::undoRequested);
        select({u"s5"_s});
        QTest::keyClick(&m_gallery, Qt::Key_Return);
        QCOMPARE(chosen[0][0].toString(), u"s5"_s);
        QTest::keyClick(&m_gallery, Qt::Key_Delete);
        QCOMPARE(removed[0][0].toStringList(), QStringList{u"s5"_s});
        QTest::keySequence(&m_gallery, QKeySequence::Undo);
        QCOMPARE(undone.size(), 0);
        m_gallery.setUndoable(true);
        QTest::keySequence(&m_gallery, QKeySequence::Undo);
        QCOMPARE(undone.size(), 1);
    }

    void theWindowsShortcutsWait()
    {
        QKeyEvent digit(QEvent::ShortcutOverride, Qt::Key_4, Qt::NoModifier, u"4"_s);
        digit.ignore();
        QCoreApplication::sendEvent(&m_gallery, &digit);
        QVERIFY(!digit.isAccepted());
        select({u"s5"_s});
        QCoreApplication::sendEvent(&m_gallery, &digit);
        QVERIFY(digit.isAccepted());
    }

    void theSelectionOutlivesAChange()
    {
        select({u"s3"_s, u"s9"_s});
        std::vector<Sample> samples = test::samplesOf(30);
        samples.erase(samples.begin() + 3);
        m_model.setSamples(samples);
        QCOMPARE(m_gallery.selectedIds(), QStringList{u"s9"_s});
    }

    void theSightOutlivesAChange()
    {
        m_model.setSamples(test::samplesOf(500));
        m_gallery.show();
        m_gallery.doItemsLayout();
        m_gallery.verticalScrollBar()->setValue(900);
        m_model.setSamples(test::samplesOf(499));
        QCOMPARE(m_gallery.verticalScrollBar()->value(), 900);
        m_gallery.hide();
    }

    void whatIsMisreadStandsOut()
    {
        m_model.setSamples(test::samplesOf(3));
        m_model.setAnswers({"0", "1", "2"});
        QVERIFY(!shows(m_gallery.grab().toImage(), theme().bad));
        m_model.setAnswers({"0", "1", "7"});
        QVERIFY(shows(m_gallery.grab().toImage(), theme().bad));
    }

    void digitsThatAreNoClassesAreNoLabels()
    {
        m_model.setClasses(ClassSet({"Shirt", "Bag"}));
        const QSignalSpy asked(&m_gallery, &SampleGallery::relabelRequested);
        select({u"s3"_s});
        QTest::keyClick(&m_gallery, Qt::Key_8);
        QCOMPARE(asked.size(), 0);
        m_model.setClasses(ClassSet::digits());
    }

    void theMenuOffersWhatTheKeysDo()
    {
        const QSignalSpy asked(&m_gallery, &SampleGallery::relabelRequested);
        // what the offscreen platform says of any menu
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
        select({u"s3"_s});
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10}, m_gallery.mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(m_gallery.viewport(), &event);
        auto* menu = m_gallery.findChild<QMenu*>(u"sampleMenu"_s);
        QVERIFY(menu != nullptr);
        auto* labels = menu->findChild<QMenu*>();
        QCOMPARE(labels->actions().size(), 10);
        labels->actions()[6]->trigger();
        QCOMPARE(asked[0][1].toInt(), 6);
        menu->close();
        QTRY_VERIFY(m_gallery.findChild<QMenu*>(u"sampleMenu"_s) == nullptr);
    }

private:
    void select(const QStringList& ids)
    {
        m_gallery.clearSelection();
        for (const QString& id : ids)
            m_gallery.selectionModel()->setCurrentIndex(m_model.indexOf(id), QItemSelectionModel::Select);
    }

    SampleModel m_model;
    SampleGallery m_gallery{&m_model};
};

GLYPHSCOPE_TEST(TstSampleGallery, Widgets)
#include "tst_sample_gallery.moc"
