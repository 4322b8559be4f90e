// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/random_hooks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <fstream>
#include <set>

using namespace torch_hooks;
using namespace torch_hooks::test;

/// Random networks with random hooks against Python's PyTorch: the order of all calls, what they see, and
/// what comes of them.
class TstRandomNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areManyWithHooksOfEveryKind();
    void equalPython();
    void noticeAnotherOrder();
    void noticeAnotherValue();

private:
    json m_cases;
};

void TstRandomNetworks::initTestCase()
{
    std::ifstream(GLYPHSCOPE_SOURCE_DIR "/tests/model/hooks/golden/networks.json") >> m_cases;
}

void TstRandomNetworks::areManyWithHooksOfEveryKind()
{
    QVERIFY(m_cases.size() >= 300);
    std::map<std::string, int> called;
    for (const json& one : m_cases)
        for (const json& result : one["results"])
            for (const json& call : result["calls"])
                if (call[0] >= 0)
                    ++called[one["hooks"][call[0].get<std::size_t>()]["kind"].get<std::string>()];
    QCOMPARE(called.size(), 4U);
    for (const auto& [kind, calls] : called)
        QVERIFY2(calls >= 500, kind.c_str());
}

void TstRandomNetworks::equalPython()
{
    for (const json& one : m_cases) {
        const std::string difference = differenceOf(one);
        QVERIFY2(difference.empty(), difference.c_str());
    }
}

void TstRandomNetworks::noticeAnotherOrder()
{
    int changed = 0;
    for (json one : m_cases) {
        json& calls = one["results"][0]["calls"];
        if (calls.size() < 2 || calls[0] == calls[1])
            continue;
        std::swap(calls[0], calls[1]);
        QVERIFY(!differenceOf(one).empty());
        if (++changed == 20)
            return;
    }
    QFAIL("there are no two calls to swap");
}

void TstRandomNetworks::noticeAnotherValue()
{
    json one = m_cases[0];
    json& value = one["results"][0]["outputs"][0][1];
    value = value.get<double>() + 1e-3;
    const std::string difference = differenceOf(one);
    QVERIFY2(difference.find("outputs") != std::string::npos, difference.c_str());
}

GLYPHSCOPE_TEST(TstRandomNetworks, Core)
#include "tst_random_networks.moc"
