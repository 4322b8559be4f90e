// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/name_menu.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr qsizetype kLongest = 20;  // entries of one menu

struct NameMenu {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::NameMenu)
};

/// A menu takes "&" for the mark of a key.
QString plain(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

}  // namespace

void fillNameMenu(QMenu& menu, const QStringList& names,
                  const std::function<void(QAction& action, int index)>& prepare)
{
    qDeleteAll(menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    menu.clear();
    for (qsizetype first = 0; first < names.size(); first += kLongest) {
        const qsizetype end = std::min(first + kLongest, names.size());
        QMenu* part = &menu;
        if (names.size() > kLongest)
            part = menu.addMenu(NameMenu::tr("%1 to %2").arg(plain(names[first]), plain(names[end - 1])));
        for (qsizetype i = first; i < end; ++i)
            prepare(*part->addAction(plain(names[i])), static_cast<int>(i));
    }
}

}  // namespace glyphscope
