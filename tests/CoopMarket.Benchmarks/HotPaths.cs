using BenchmarkDotNet.Attributes;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Benchmarks;

/// <summary>The rules that every page or order runs.</summary>
[MemoryDiagnoser]
public class HotPaths
{
    private static readonly long[] Weights = [185_000, 78_000, 260_000, 420_000, 165_000];

    [Benchmark]
    public string Fold() => Folding.Fold("Chè Shan tuyết cổ thụ Tà Xùa, một tôm hai lá");

    [Benchmark]
    public string Band() => WovenBand.Draw("0193f0a0-0000-7000-8000-000000000001", 2).Svg;

    [Benchmark]
    public string Qr() => VietQr.Transfer("970405", "7900205123456", 385_000, "CM26K7Q2XW");

    [Benchmark]
    public IReadOnlyList<Money> Split() => Allocation.Split(Money.Dong(1_218_000), Weights);

    [Benchmark]
    public int FindCodes() => PublicCode.Find("MBVCB.3278907687.cm26k7q2xw.CT tu 0123499999 NGUYEN THI HANH").Count;
}
