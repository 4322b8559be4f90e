// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/class_picker.h"

#include "ui/style/class_name.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/why/attribution_text.h"
#include "ui/widgets/name_picker.h"
#include "ui/widgets/wrapping_row.h"

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

/// A flat button with a line at its foot, as long as its class is probable.
class ClassButton : public QToolButton {
public:
    explicit ClassButton(QWidget* parent) : QToolButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    void setShare(float share)
    {
        if (share == m_share)
            return;
        m_share = share;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        constexpr int kSides = 14;
        constexpr int kHigh = 28;
        const int wide = fontMetrics().horizontalAdvance(text()) + kSides;
        return {std::max(wide, 24), std::max(kHigh, fontMetrics().height() + metrics::kGap)};
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        if (m_share < 0)
            return;
        QPainter painter(this);
        const QRectF track(5, height() - 4, width() - 10, 2);
        painter.fillRect(track, blend(theme().surface, theme().mutedText, 0.25));
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * static_cast<double>(m_share), 2)),
                         theme().accent);
    }

private:
    float m_share = -1;  // none
};

ClassPicker::ClassPicker(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    (new WrappingRow(this))->setSpacing(2);
    layout()->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(u"why.classes"_s);
    setAccessibleName(tr("Class to explain"));
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosenChanged(id - 1); });
}

int ClassPicker::chosen() const
{
    return (m_list != nullptr ? m_list->currentIndex() : m_group->checkedId()) - 1;
}

void ClassPicker::addButton(int index, const QString& text)
{
    auto* made = new ClassButton(this);
    made->setText(text);
    made->setObjectName(index < 0 ? u"why.answer"_s : u"why.class%1"_s.arg(index));
    made->setToolTip(index < 0    ? tr("Explain what the network answers (A)")
                     : index <= 9 ? tr("Explain %1 (%2)").arg(text).arg(index)
                                  : tr("Explain %1").arg(text));
    made->setAccessibleName(made->toolTip());
    m_group->addButton(made, index + 1);  // an id of -1 would mean any
    layout()->addWidget(made);
}

ClassButton* ClassPicker::button(int index) const
{
    return static_cast<ClassButton*>(m_group->button(index + 1));
}

void ClassPicker::setNames(const QStringList& names)
{
    if (names == m_names)
        return;
    const int before = m_names.isEmpty() ? -1 : chosen();
    for (QAbstractButton* old : m_group->buttons()) {
        m_group->removeButton(old);
        delete old;
    }
    delete m_list;
    m_list = nullptr;
    m_names = names;
    m_best = -1;
    const int wanted = before < count() ? before : -1;
    if (names.size() > NamePicker::kMostButtons)
        makeList(wanted);
    else
        makeButtons(wanted);
}

void ClassPicker::makeButtons(int wanted)
{
    addButton(-1, tr("Answer"));
    for (int i = 0; i < count(); ++i)
        addButton(i, m_names[i]);
    button(wanted)->setChecked(true);
}

void ClassPicker::makeList(int wanted)
{
    m_list = new NamePicker(this);
    m_list->setObjectName(u"why.classList"_s);
    m_list->setAccessibleName(accessibleName());
    m_list->setNames(QStringList{tr("Answer")} + m_names);
    m_list->choose(wanted + 1);
    layout()->addWidget(m_list);
    connect(m_list, &NamePicker::picked, this, [this](int entry) { Q_EMIT chosenChanged(entry - 1); });
}

void ClassPicker::setProbabilities(const std::vector<float>& probabilities, int best)
{
    for (int i = 0; m_list == nullptr && i < count(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        button(i)->setShare(place < probabilities.size() ? std::clamp(probabilities[place], 0.0F, 1.0F)
                                                         : -1.0F);
    }
    if (best == m_best)
        return;
    m_best = best;
    showAnswer();
}

void ClassPicker::showAnswer()
{
    const QString words = m_best < 0 ? tr("Answer") : tr("Answer: %1").arg(className(m_names, m_best));
    if (m_list != nullptr)
        m_list->setItemText(0, words);
    else
        button(-1)->setText(words);
    layout()->invalidate();
    updateGeometry();
}

void ClassPicker::choose(int index)
{
    if (index < -1 || index >= count())
        return;
    if (m_list != nullptr)
        m_list->choose(index + 1);
    else
        button(index)->setChecked(true);
    Q_EMIT chosenChanged(index);
}

}  // namespace glyphscope
