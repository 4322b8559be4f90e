// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

// Q_INIT_RESOURCE declares a function, which must be in the global namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(glyphscope_translations);
}

namespace glyphscope {

void installLanguage()
{
    initTranslations();
    auto* english = new QTranslator(QCoreApplication::instance());
    if (english->load(QStringLiteral(":/translations/glyphscope_en.qm")))
        QCoreApplication::installTranslator(english);
    QLocale::setDefault(numberLocale());  // for %Ln and the fields of numbers
}

}  // namespace glyphscope
