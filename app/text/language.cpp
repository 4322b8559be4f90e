// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE declares a function, which must be in the global namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(glyphscope_translations);
}

namespace glyphscope {
namespace {

const QString kTranslatorName = u"glyphscope.language"_s;

bool speaks(const QString& code)
{
    return std::ranges::any_of(languages(), [&](const Language& language) { return language.code == code; });
}

/// Of "zh-Hans-CN", "zh_CN.UTF-8" or "zh": the code of the language with that language and script.
QString codeFor(const QString& name)
{
    const QLocale wanted(QString(name).replace(u'-', u'_').section(u'.', 0, 0));
    for (const Language& language : languages())
        if (const QLocale ours(language.code);
            ours.language() == wanted.language() && ours.script() == wanted.script())
            return language.code;
    return {};
}

void install(const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(kTranslatorName);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
}

}  // namespace

const std::vector<Language>& languages()
{
    static const std::vector<Language> all{{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"中文"_s}};
    return all;
}

QString languageFor(const QString& choice)
{
    if (speaks(choice))
        return choice;
    if (const QString asked = codeFor(qEnvironmentVariable("GLYPHSCOPE_LANGUAGE")); !asked.isEmpty())
        return asked;
    for (const QString& name : QLocale::system().uiLanguages())
        if (const QString code = codeFor(name); !code.isEmpty())
            return code;
    return languages().front().code;
}

void installLanguage(const QString& choice)
{
    initTranslations();
    // gone, each is out of the application's list
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>(kTranslatorName,
                                                                        Qt::FindDirectChildrenOnly));
    const QString own = u":/translations"_s;
    install(u"glyphscope_en"_s, own);
    if (const QString code = languageFor(choice); code != u"en"_s) {
        install(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(u"glyphscope_"_s + code, own);
    }
    renewNumberLocale();
    QLocale::setDefault(numberLocale());  // for %Ln and the fields of numbers
}

}  // namespace glyphscope
