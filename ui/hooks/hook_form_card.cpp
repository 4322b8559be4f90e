// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_form_card.h"

#include "ui/hooks/hook_form.h"

#include <QtCore/QEvent>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

/// As high as the form in it, where there is room.
class FormScroll : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize sizeHint() const override
    {
        const int high = widget()->layout()->totalHeightForWidth(viewport()->width());
        return {widget()->sizeHint().width(), high > 0 ? high : widget()->sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 40}; }
};

}  // namespace

HookFormCard::HookFormCard(QWidget* parent)
    : QFrame(parent), m_form(new HookForm), m_scroll(new FormScroll(this))
{
    setProperty("card", true);
    setObjectName(u"hooks.formCard"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* inside = new QVBoxLayout(this);
    inside->setContentsMargins(1, 1, 1, 1);
    m_scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);  // which the scroll area turned on
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->addWidget(m_scroll);
    m_form->installEventFilter(this);
}

void HookFormCard::fit(bool brief)
{
    m_form->setBrief(brief);
    m_fitted = m_scroll->sizeHint();
    m_scroll->updateGeometry();
}

int HookFormCard::formHeight() const
{
    return m_scroll->sizeHint().height();
}

// Rows of the form come and go, and its title wraps by its width.
bool HookFormCard::eventFilter(QObject* watched, QEvent* event)
{
    const bool changed = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize;
    if (watched == m_form && changed && m_scroll->sizeHint() != m_fitted)
        Q_EMIT grown();
    return QFrame::eventFilter(watched, event);
}

}  // namespace glyphscope
