// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/label_row.h"

#include "ui/style/class_name.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/widgets/name_picker.h"
#include "ui/widgets/wrapping_row.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kLeastButton = 16;
constexpr int kButtonHeight = 28;
constexpr int kHeadSpacing = 2;

}  // namespace

/// One class; the network's answer has an edge of its own.
class LabelButton : public QToolButton {
public:
    LabelButton(int label, const QString& name, QWidget* parent) : QToolButton(parent)
    {
        setObjectName(u"label%1"_s.arg(label));
        setText(QString(name).replace(u'&', u"&&"_s));
        setProperty("small", true);
        setCheckable(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMinimumWidth(kLeastButton);
        setMinimumHeight(kButtonHeight);
    }

    void setAnswer(bool answer)
    {
        m_answer = answer;
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        if (hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_answer && isEnabled() ? QPen(theme().accent, 1.5) : QPen(theme().border, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    }
    void nextCheckState() override {}  // what is kept is said from outside

private:
    bool m_answer = false;
};

LabelRow::LabelRow(QWidget* parent)
    : QWidget(parent)
    , m_column(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_head(new QHBoxLayout)
    , m_words(new QLabel(this))
    , m_keep(new QToolButton(this))
    , m_undo(new QToolButton(this))
{
    setObjectName(u"labelRow"_s);
    m_words->setObjectName(u"labelWords"_s);
    setRole(m_words, u"muted"_s);
    m_keep->setObjectName(u"labelKeep"_s);
    m_keep->setText(tr("Keep"));
    m_keep->setProperty("small", true);
    m_keep->setProperty("outlined", true);
    m_keep->setFocusPolicy(Qt::StrongFocus);
    m_undo->setObjectName(u"labelUndo"_s);
    m_undo->setText(tr("Undo"));
    m_undo->setProperty("small", true);
    m_undo->setToolTip(tr("Do not keep it"));
    m_words->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_head->setSpacing(metrics::kGap);
    m_head->addWidget(m_words);
    m_head->addWidget(m_keep);
    m_head->addWidget(m_undo);
    m_head->addStretch(1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kHeadSpacing);
    m_column->addLayout(m_head);
    connect(m_keep, &QToolButton::clicked, this, &LabelRow::keepRequested);
    connect(m_undo, &QToolButton::clicked, this, &LabelRow::undoRequested);
    setClasses(ClassSet::digits());
}

void LabelRow::setClasses(const ClassSet& classes)
{
    if (m_choices != nullptr && classes == m_classes)
        return;
    m_classes = classes;
    m_kept.reset();
    m_buttons.clear();
    m_picker = nullptr;
    delete m_choices;
    m_choices = classes.size() > NamePicker::kMostButtons ? makePicker() : makeButtons();
    m_column->addWidget(m_choices, 1);
    describeButtons();
    refresh();
}

QWidget* LabelRow::makeButtons()
{
    const bool words = m_classes.kind() == ClassSet::Kind::Other;
    auto* box = new QWidget(this);
    QLayout* row = words ? static_cast<QLayout*>(new WrappingRow(box)) : new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    if (words) {
        QSizePolicy wrapped(QSizePolicy::Preferred, QSizePolicy::Preferred);
        wrapped.setHeightForWidth(true);
        box->setSizePolicy(wrapped);
    }
    for (int label = 0; label < m_classes.size(); ++label) {
        auto* button = new LabelButton(label, className(m_classes, label), box);
        m_buttons.push_back(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, label] { give(label); });
    }
    return box;
}

QWidget* LabelRow::makePicker()
{
    m_picker = new NamePicker(this);
    m_picker->setObjectName(u"labelPicker"_s);
    m_picker->setAccessibleName(tr("It was"));
    m_picker->setNames(classNames(m_classes));
    connect(m_picker, &NamePicker::picked, this, &LabelRow::give);
    return m_picker;
}

void LabelRow::describeButtons()
{
    const bool digits = m_classes.isDigits();
    const bool one = m_number.isEmpty();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const QString name = className(m_classes, static_cast<int>(i));
        m_buttons[i]->setAccessibleName((digits ? tr("It was a %1") : tr("It was: %1")).arg(name));
        m_buttons[i]->setToolTip((!one     ? tr("The character in focus was: %1")
                                  : digits ? tr("Keep the drawing as a sample of a %1")
                                           : tr("Keep the drawing as a sample of: %1"))
                                     .arg(name));
    }
    if (m_picker != nullptr)
        m_picker->setToolTip(one ? tr("Keep the drawing as a sample of the class chosen")
                                 : tr("Choose what the character in focus was"));
}

void LabelRow::setOneLine(bool oneLine)
{
    if (oneLine == m_oneLine)
        return;
    m_oneLine = oneLine;
    m_column->setDirection(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_column->setSpacing(oneLine ? metrics::kGap : kHeadSpacing);
    refresh();
}

bool LabelRow::fitsOneLine(int width) const
{
    const int words = m_words->fontMetrics().horizontalAdvance(m_words->text()) +
                      (m_keep->isHidden() ? 0 : metrics::kGap + m_keep->sizeHint().width());
    return m_classes.isDigits() &&
           words + metrics::kGap + m_classes.size() * (kLeastButton + metrics::kUnit) <= width;
}

int LabelRow::heightIn(int width, bool oneLine) const
{
    const QSize buttons = m_keep->sizeHint().expandedTo(m_undo->sizeHint());
    const int head = std::max(m_words->sizeHint().height(), buttons.height());
    if (oneLine)
        return std::max(kButtonHeight, head);
    const int choices =
        m_choices->hasHeightForWidth() ? m_choices->heightForWidth(width) : m_choices->sizeHint().height();
    return head + kHeadSpacing + choices;
}

void LabelRow::setLabelable(bool labelable)
{
    m_labelable = labelable;
    refresh();
}

void LabelRow::setKept(const std::optional<QString>& className)
{
    m_kept = className;
    refresh();
}

void LabelRow::setAnswer(std::optional<int> label)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setAnswer(label == static_cast<int>(i));
}

void LabelRow::setNumber(const QStringList& labels, int focus)
{
    if (labels == m_number && focus == m_focus)
        return;
    if (labels.size() != m_number.size())
        m_kept.reset();  // it is told of other characters
    m_number = labels;
    m_focus = focus;
    describeButtons();
    refresh();
}

void LabelRow::give(int label)
{
    if (!m_labelable || m_kept || label < 0 || label >= m_classes.size())
        return;
    if (m_number.isEmpty())
        Q_EMIT labelGiven(className(m_classes, label));
    else
        Q_EMIT characterLabelGiven(className(m_classes, label));
}

void LabelRow::giveName(const QString& name)
{
    give(static_cast<int>(classNames(m_classes).indexOf(name)));
}

bool LabelRow::mayKeep() const
{
    return m_labelable && !m_kept && !m_number.contains(QString());
}

QString LabelRow::words() const
{
    const bool digits = m_classes.isDigits();
    if (!m_number.isEmpty()) {
        QStringList labels = m_number;
        std::ranges::replace(labels, QString(), u"?"_s);
        const QString all = labels.size() == 2 ? tr("%1 and %2").arg(labels[0], labels[1])
                            : digits           ? labels.join(QString())
                                               : listText(labels);
        return (m_kept ? tr("Kept as %1", "the characters of a number") : tr("It was %1")).arg(all);
    }
    if (!m_kept)
        return digits ? tr("It was a") : tr("It was");
    if (digits)
        return (*m_kept == u'8' ? tr("Kept as an %1") : tr("Kept as a %1")).arg(*m_kept);
    return tr("Kept as: %1").arg(*m_kept);
}

void LabelRow::refresh()
{
    m_words->setText(words());
    m_keep->setVisible(!m_number.isEmpty() && !m_kept);
    m_keep->setEnabled(mayKeep());
    m_keep->setToolTip(m_number.contains(QString())
                           ? tr("Choose first what the characters with a question mark were")
                           : tr("Keep %n character(s), each as a sample of what it was", nullptr,
                                static_cast<int>(m_number.size())));
    QSizePolicy room = m_undo->sizePolicy();
    room.setRetainSizeWhenHidden(!m_oneLine);
    m_undo->setSizePolicy(room);
    m_undo->setVisible(m_kept.has_value());
    m_choices->setVisible(!m_oneLine || !m_kept);
    const QString chosen = m_number.value(m_focus, m_kept.value_or(QString()));
    const int kept = chosen.isEmpty() ? -1 : m_classes.indexOf(chosen.toStdString());
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setEnabled(m_labelable && !m_kept);
        m_buttons[i]->setChecked(kept == static_cast<int>(i));
    }
    if (m_picker != nullptr) {
        m_picker->setEnabled(m_labelable && !m_kept);
        m_picker->choose(kept);
    }
}

}  // namespace glyphscope
