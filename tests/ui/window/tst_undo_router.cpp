// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/window/undo_router.h"

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

struct TwoPlaces {
    TwoPlaces()
    {
        auto* row = new QHBoxLayout(&window);
        for (QWidget* widget : std::initializer_list<QWidget*>{first, second, other})
            row->addWidget(widget);
        (new QHBoxLayout(second))->addWidget(inside);
        first->setFocusPolicy(Qt::StrongFocus);
        router.add({first}, {[this] { calls << u"undo first"_s; }, [this] { calls << u"redo first"_s; }});
        router.add({second}, {[this] { calls << u"undo second"_s; }, [this] { calls << u"redo second"_s; }});
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("not active");
    }
    QWidget window;
    QWidget* first = new QWidget;
    QWidget* second = new QWidget;
    QLineEdit* inside = new QLineEdit;
    QPushButton* other = new QPushButton(u"Other"_s);
    QAction undo{u"&Undo"_s};
    QAction redo{u"&Redo"_s};
    UndoRouter router{&undo, &redo, &window};
    QStringList calls;
};

}  // namespace

class TstUndoRouter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void actsOnWhatHasTheKeyboard();
    void saysWhatItWouldTakeBack();
};

void TstUndoRouter::actsOnWhatHasTheKeyboard()
{
    TwoPlaces places;
    for (QWidget* place : {places.first, places.second})
        places.router.setSteps(place, u"a step"_s, u"another"_s);
    places.inside->setFocus();
    places.undo.trigger();
    places.redo.trigger();
    places.first->setFocus();
    places.undo.trigger();
    places.inside->setFocus();
    places.other->setFocus();  // none of the places: the first
    places.undo.trigger();
    QCOMPARE(places.calls,
             (QStringList{u"undo second"_s, u"redo second"_s, u"undo first"_s, u"undo first"_s}));
}

void TstUndoRouter::saysWhatItWouldTakeBack()
{
    TwoPlaces places;
    places.router.setSteps(places.first, u"a stroke"_s, {});
    places.router.setSteps(places.second, {}, u"Fish & chips"_s);
    places.first->setFocus();
    QCOMPARE(places.undo.text(), u"&Undo: a stroke"_s);
    QVERIFY(places.undo.isEnabled() && !places.redo.isEnabled());
    places.inside->setFocus();
    QCOMPARE(places.undo.text(), u"&Undo"_s);
    QCOMPARE(places.redo.text(), u"&Redo: Fish && chips"_s);
    QVERIFY(!places.undo.isEnabled() && places.redo.isEnabled());
    places.router.setSteps(places.second, u"Insert"_s, {});
    QVERIFY(places.undo.isEnabled());
}

GLYPHSCOPE_TEST(TstUndoRouter, Widgets)
#include "tst_undo_router.moc"
