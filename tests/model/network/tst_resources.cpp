// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/resources.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <string>

using namespace glyphscope;

class TstResources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blasIsKnownByItsPath_data();
    void blasIsKnownByItsPath();
    void loadedBlasHasAName();
    void float32CanBeAskedFor();
};

void TstResources::blasIsKnownByItsPath_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("slow");
    const auto row = [](const char* path, const char* name, bool slow = false) {
        QTest::newRow(path) << std::string(path) << std::string(name) << slow;
    };
    row("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", "OpenBLAS");
    row("/usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblasp-r0.3.21.so", "OpenBLAS");
    row("/usr/lib/x86_64-linux-gnu/blis-openmp/libblas.so.3", "BLIS");
    row("/usr/lib/x86_64-linux-gnu/libblis.so.4", "BLIS");
    row("/usr/lib/x86_64-linux-gnu/atlas/libblas.so.3.10.3", "ATLAS");
    row("/opt/intel/lib/libmkl_rt.so.2", "MKL");
    row("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", "the reference BLAS", true);
    row("/usr/lib/x86_64-linux-gnu/libcublas.so.11", "");
    row("/usr/lib/x86_64-linux-gnu/libtorch_cpu.so", "");
    row("", "");
}

void TstResources::blasIsKnownByItsPath()
{
    QFETCH(std::string, path);
    QFETCH(std::string, name);
    QFETCH(bool, slow);
    QCOMPARE(blasOf(path).name.text(), name);
    QCOMPARE(blasOf(path).slow, slow);
}

void TstResources::loadedBlasHasAName()
{
    QVERIFY(!loadedBlas().name.empty());
}

void TstResources::float32CanBeAskedFor()
{
    qunsetenv("GLYPHSCOPE_PRECISION");
    const bool usual = bf16Pays(torch::kCPU);
    qputenv("GLYPHSCOPE_PRECISION", "float32");
    QVERIFY(!bf16Pays(torch::kCPU));
    qputenv("GLYPHSCOPE_PRECISION", "something else");
    QCOMPARE(bf16Pays(torch::kCPU), usual);
    qunsetenv("GLYPHSCOPE_PRECISION");
}

GLYPHSCOPE_TEST(TstResources, Core)
#include "tst_resources.moc"
