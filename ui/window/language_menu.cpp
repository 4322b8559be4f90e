// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language_menu.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

using namespace Qt::StringLiterals;

namespace glyphscope {

LanguageMenu::LanguageMenu(QWidget* parent) : QMenu(tr("&Language"), parent)
{
    setObjectName(u"menu.language"_s);
}

void LanguageMenu::setLanguages(const QList<Entry>& languages, const QString& chosenCode)
{
    clear();
    auto* group = new QActionGroup(this);
    for (const Entry& entry : QList<Entry>{{{}, tr("&System")}} + languages) {
        QAction* action = addAction(entry.name);
        action->setObjectName(u"action.language."_s + entry.code);
        action->setStatusTip(entry.code.isEmpty() ? tr("Speak the language of the system")
                                                  : tr("Speak this language"));
        action->setCheckable(true);
        action->setChecked(entry.code == chosenCode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code = entry.code] { Q_EMIT chosen(code); });
    }
}

}  // namespace glyphscope
