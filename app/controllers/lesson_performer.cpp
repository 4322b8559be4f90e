// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/lesson_performer.h"

#include "app/hand/hand.h"
#include "app/lessons/lesson_goal.h"
#include "app/text/message_text.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/answer/probability_bars.h"
#include "ui/canvas/canvas.h"
#include "ui/widgets/ink_edit.h"

#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kPace = 350;  // milliseconds from one action to the next
constexpr int kMostRepeats = 100;
constexpr qint64 kPatience = 20 * 1000;           // milliseconds for what it needs to come up
constexpr qint64 kLongPatience = 30 * 60 * 1000;  // for what has to be waited for: a training

Drawing placed(Drawing drawing, double size, double x, double y)
{
    for (Stroke& stroke : drawing.strokes)
        for (Point& point : stroke.points)
            point = {x * (1 - size) * kCanvasSide + size * point.x,
                     y * (1 - size) * kCanvasSide + size * point.y};
    return drawing;
}

/// A row of a model, also under others, by the text of its first column.
QModelIndex rowWith(const QAbstractItemModel& model, const QString& text)
{
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, text, 1,
                                              Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

/// Of a scroll area the part that takes the mouse.
QWidget& surfaceOf(QWidget& widget)
{
    auto* area = qobject_cast<QAbstractScrollArea*>(&widget);
    return area == nullptr ? widget : *area->viewport();
}

void bringIntoView(QWidget& widget)
{
    for (QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(&widget);
}

}  // namespace

LessonPerformer::LessonPerformer(QWidget& window, Canvas& canvas, QString filesFolder)
    : m_window(window), m_canvas(canvas), m_folder(std::move(filesFolder))
{
    m_clock.setInterval(kPace);
    connect(&m_clock, &QTimer::timeout, this, &LessonPerformer::tick);
}

void LessonPerformer::start(const QList<LessonPhrase>& actions, Holds holds, Run run)
{
    m_left = actions;
    m_holds = std::move(holds);
    m_run = std::move(run);
    m_repeats = 0;
    m_patience.start();
    m_clock.start();
}

void LessonPerformer::stop()
{
    m_clock.stop();
    m_left.clear();
}

void LessonPerformer::tick()
{
    if (m_left.isEmpty()) {
        m_clock.stop();
        Q_EMIT ended();
        return;
    }
    const LessonPhrase action = m_left.first();
    try {
        if (isNeedless(action))
            return goOn();
        if (perform(action)) {
            ++m_repeats;
            if (!m_left.isEmpty() && !isRepeated(action))
                goOn();
            return;
        }
    } catch (const Error& error) {
        stop();
        Q_EMIT failed(errorText(error));
        return;
    }
    if (m_patience.elapsed() < (action.name == u"wait"_s ? kLongPatience : kPatience))
        return;
    stop();
    Q_EMIT failed(tr("This step cannot be shown as the window is now: %1 is not there. Do it by hand, or "
                     "skip the step.")
                      .arg(action.parameters[u"object"_s].toString(action.name)));
}

void LessonPerformer::goOn()
{
    m_repeats = 0;
    m_left.removeFirst();
    m_patience.restart();
}

bool LessonPerformer::isNeedless(const LessonPhrase& action) const
{
    const QJsonValue unless = action.parameters[u"unless"_s];
    const QJsonValue until = action.parameters[u"until"_s];
    return (m_repeats == 0 && !unless.isUndefined() && m_holds(conditionsIn(unless))) ||
           (!until.isUndefined() && (m_repeats >= kMostRepeats || m_holds(conditionsIn(until))));
}

bool LessonPerformer::isRepeated(const LessonPhrase& action) const
{
    return action.parameters.contains(u"until"_s) || m_repeats < action.parameters[u"times"_s].toInt(1);
}

bool LessonPerformer::perform(const LessonPhrase& action)
{
    using Act = bool (LessonPerformer::*)(const LessonPhrase&);
    static const QHash<QString, Act> acts{
        {u"draw"_s, &LessonPerformer::draw},        {u"click"_s, &LessonPerformer::clickOn},
        {u"bar"_s, &LessonPerformer::clickBar},     {u"row"_s, &LessonPerformer::clickRow},
        {u"key"_s, &LessonPerformer::press},        {u"type"_s, &LessonPerformer::type},
        {u"choose"_s, &LessonPerformer::choose},    {u"layout"_s, &LessonPerformer::useLayout},
        {u"panel"_s, &LessonPerformer::openPanel},  {u"trigger"_s, &LessonPerformer::trigger},
        {u"file"_s, &LessonPerformer::answerDialog}};
    if (action.name == u"wait"_s)
        return m_holds(conditionsIn(action.parameters[u"for"_s]));
    if (action.name == u"clear"_s)
        return clear();
    if (action.name == u"run"_s) {
        m_run(action.parameters[u"input"_s].toString());
        return true;
    }
    const Act act = acts.value(action.name, nullptr);
    return act != nullptr && (this->*act)(action);
}

QWidget* LessonPerformer::ready(const LessonPhrase& action) const
{
    const QString name = action.parameters[u"object"_s].toString();
    for (QWidget* widget : m_window.findChildren<QWidget*>(name)) {
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        bringIntoView(*widget);
        return widget;
    }
    return nullptr;
}

bool LessonPerformer::clear()
{
    if (!m_canvas.isEmpty())
        m_window.findChild<QAction*>(u"action.clear"_s)->trigger();
    return true;
}

bool LessonPerformer::draw(const LessonPhrase& action)
{
    if (!m_canvas.isVisible())
        return false;
    const QJsonObject& how = action.parameters;
    if (!how[u"add"_s].toBool() && !m_canvas.isEmpty()) {
        (void)clear();
        return false;
    }
    if (!how[u"add"_s].toBool() && !m_holds({{u"answer"_s, {{u"verdict"_s, u"empty"_s}}}}))
        return false;  // that the sheet was empty is to be seen
    bool isDigit = false;
    const int digit = how[u"what"_s].toString().toInt(&isDigit);
    const Drawing drawing = isDigit ? tourDigit(digit) : tourLetter();
    hand::write(m_canvas, placed(drawing, how[u"size"_s].toDouble(1), how[u"x"_s].toDouble(0.5),
                                 how[u"y"_s].toDouble(0.5)));
    return true;
}

bool LessonPerformer::clickOn(const LessonPhrase& action)
{
    QWidget* widget = ready(action);
    if (widget == nullptr)
        return false;
    QWidget& surface = surfaceOf(*widget);
    hand::click(surface, QPointF(action.parameters[u"x"_s].toDouble(0.5) * surface.width(),
                                 action.parameters[u"y"_s].toDouble(0.5) * surface.height()));
    return true;
}

bool LessonPerformer::clickBar(const LessonPhrase& action)
{
    const auto* answer = m_window.findChild<AnswerPanel*>();
    auto* bars = m_window.findChild<ProbabilityBars*>();
    if (answer == nullptr || bars == nullptr || !bars->isVisible())
        return false;
    const std::optional<Prediction> prediction = answer->prediction();
    if (!prediction || prediction->second < 0)
        return false;
    const bool second = action.parameters[u"which"_s].toString() == u"second"_s;
    hand::click(*bars, bars->rowAt(second ? prediction->second : prediction->best).center());
    return true;
}

bool LessonPerformer::clickRow(const LessonPhrase& action)
{
    auto* view = qobject_cast<QAbstractItemView*>(ready(action));
    if (view == nullptr || view->model() == nullptr)
        return false;
    const QJsonObject& which = action.parameters;
    QModelIndex row = which.contains(u"text"_s) ? rowWith(*view->model(), which[u"text"_s].toString())
                                                : view->model()->index(which[u"index"_s].toInt(), 0);
    if (!row.isValid())
        return false;
    view->scrollTo(row);
    const QModelIndex cell = row.siblingAtColumn(which[u"column"_s].toInt(0));
    view->scrollTo(cell);
    const QRect place = view->visualRect(cell);
    if (place.isEmpty())
        return false;
    const int inside = std::min(60, place.width() / 2);
    const auto keys = which[u"extend"_s].toBool() ? Qt::ShiftModifier : Qt::NoModifier;
    hand::click(*view->viewport(),
                QPointF(place.left() + inside, place.top() + std::min(10, place.height() / 2)), keys);
    view->setFocus();
    return true;
}

bool LessonPerformer::press(const LessonPhrase& action)
{
    QWidget* widget = action.parameters.contains(u"object"_s) ? ready(action) : &m_window;
    if (widget == nullptr)
        return false;
    if (widget != &m_window)
        widget->setFocus();
    hand::press(*widget, QKeySequence(action.parameters[u"keys"_s].toString()));
    return true;
}

bool LessonPerformer::type(const LessonPhrase& action)
{
    QWidget* widget = ready(action);
    if (widget == nullptr)
        return false;
    widget->setFocus();
    hand::type(*widget, action.parameters[u"text"_s].toString());
    return true;
}

/// One key a tick, until it is there.
bool LessonPerformer::choose(const LessonPhrase& action)
{
    auto* box = qobject_cast<QComboBox*>(ready(action));
    if (box == nullptr)
        return false;
    const QString text = action.parameters[u"text"_s].toString();
    const int index =
        text.isEmpty() ? action.parameters[u"index"_s].toInt() : box->findText(text, Qt::MatchContains);
    if (index < 0 || index >= box->count())
        return false;
    if (box->currentIndex() == index)
        return true;
    box->setFocus();
    hand::press(*box, QKeySequence(box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up));
    return box->currentIndex() == index;
}

bool LessonPerformer::useLayout(const LessonPhrase& action)
{
    hand::trigger(m_window, u"action.layout."_s + action.parameters[u"layout"_s].toString());
    return true;
}

bool LessonPerformer::openPanel(const LessonPhrase& action)
{
    auto* dock = m_window.findChild<QDockWidget*>(u"dock."_s + action.parameters[u"panel"_s].toString());
    if (dock == nullptr)
        return false;
    if (!dock->visibleRegion().isEmpty())
        return true;
    if (dock->isHidden()) {
        dock->toggleViewAction()->trigger();
        dock->raise();
    } else {
        hand::openTab(m_window, dock->windowTitle());
    }
    return !dock->visibleRegion().isEmpty();
}

bool LessonPerformer::trigger(const LessonPhrase& action)
{
    auto* wanted = m_window.findChild<QAction*>(action.parameters[u"object"_s].toString());
    if (wanted == nullptr || !wanted->isEnabled())
        return false;
    wanted->trigger();
    return true;
}

bool LessonPerformer::answerDialog(const LessonPhrase& action)
{
    auto* dialog = m_window.findChild<QFileDialog*>(u"fileDialog"_s);
    if (dialog == nullptr || !dialog->isVisible())
        return false;
    QDir().mkpath(m_folder);
    const QString path =
        QDir(m_folder).filePath(QFileInfo(action.parameters[u"name"_s].toString()).fileName());
    if (dialog->acceptMode() == QFileDialog::AcceptSave)
        QFile::remove(path);  // our own file of the last time, for which it would ask
    if (auto* name = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s)) {
        name->setText(path);
        hand::press(*name, QKeySequence(Qt::Key_Return));
    } else {
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    }
    return true;
}

}  // namespace glyphscope
