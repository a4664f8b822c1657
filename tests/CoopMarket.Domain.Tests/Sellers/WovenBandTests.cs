using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CoopMarket.Domain.Sellers;
using CsCheck;

namespace CoopMarket.Domain.Tests.Sellers;

public sealed class WovenBandTests
{
    private static readonly Gen<string> Ids = Gen.OneOf(Gen.Guid.Select(id => id.ToString()), Gen.String);

    public static TheoryData<string, int, string> Vectors => BandVectors.All;

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_band_is_drawn_to_the_byte_as_designed(string id, int turn, string svg) => WovenBand.Draw(id, turn).Svg.ShouldBe(svg);

    [Fact]
    public void Three_hundred_cooperatives_in_four_turns_wear_the_cloth_they_were_designed_with()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var cooperative = 0; cooperative < 300; cooperative++)
            for (var turn = 0; turn < 4; turn++)
            {
                var band = WovenBand.Draw($"hop-tac-xa-{cooperative}", turn);
                all.AppendData(Encoding.UTF8.GetBytes($"{band.Key}{band.Svg}\n"));
            }
        Convert.ToHexStringLower(all.GetHashAndReset()).ShouldBe("87767dd3c6f969ad4f4fc2f977149ea0b42685669e74692d1a27b25b82ee3aeb");
    }

    [Fact]
    public void Thread_by_thread_it_is_the_band_that_is_drawn() => Gen.Select(Ids, Gen.Int[0, 200]).Sample((id, turn) =>
    {
        var svg = XElement.Parse(WovenBand.Draw(id, turn).Svg);
        var threads = WovenBand.Threads(id, turn);
        threads.Width.ShouldBe((int)svg.Attribute("width")!);
        var quarter = svg.Elements("g").Single().Elements("g").Single().Elements("path");
        // What lies later lies above; the ground is below all.
        Dictionary<(int X, int Y), string> drawn = [];
        foreach (var path in quarter)
            foreach (var run in path.Attribute("d")!.Value.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ', 'h').Select(int.Parse).ToArray()))
                for (var x = run[0]; x <= run[0] + run[2]; x++)
                    drawn[(x, run[1])] = path.Attribute("stroke")!.Value;
        var ground = svg.Element("path")!.Attribute("fill")!.Value;
        for (var at = 0; at < threads.Width * BandThreads.Height; at++)
        {
            var (x, y) = (Math.Abs((at % threads.Width) - (threads.Width / 2)), Math.Abs((at / threads.Width) - 7));
            ("#" + Convert.ToHexStringLower(threads.Rgb.AsSpan(at * 3, 3))).ShouldBe(drawn.GetValueOrDefault((x, y), ground));
        }
    });

    [Fact]
    public void A_band_is_small_well_formed_and_filled_by_its_key() => Gen.Select(Ids, Gen.Int[0, 200]).Sample((id, turn) =>
    {
        var band = WovenBand.Draw(id, turn);
        Encoding.UTF8.GetByteCount(band.Svg).ShouldBeLessThanOrEqualTo(700);
        XElement.Parse(band.Svg).Attribute("id")!.Value.ShouldBe(band.Key);
        band.Svg.ShouldNotContain("style");
    });

    [Fact]
    public void The_same_id_and_turn_always_give_the_same_band() => Gen.Select(Ids, Gen.Int[0, 200]).Sample((id, turn) =>
        WovenBand.Draw(id, turn).ShouldBe(WovenBand.Draw(id, turn)));

    [Fact]
    public void A_turn_changes_the_cloth_and_not_the_key() => Gen.Select(Ids, Gen.Int[1, 200]).Sample((id, turn) =>
        WovenBand.Draw(id, turn).Key.ShouldBe(WovenBand.Draw(id).Key));

    [Fact]
    public void The_first_36_cooperatives_all_look_different()
    {
        var approved = new List<(string Id, int Turn)>();
        for (var cooperative = 0; cooperative < 36; cooperative++)
        {
            var id = $"hop-tac-xa-{cooperative}";
            approved.Add((id, WovenBand.FreeTurn(id, approved)));
        }
        approved.Select(band => WovenBand.LookOf(band.Id, band.Turn)).Distinct().Count().ShouldBe(36);
        approved.Select(band => band.Turn).ShouldBe(
            [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 1, 0, 2, 0, 2, 1, 3, 5, 6, 0, 4, 1, 31, 25, 9]);
    }

    [Fact]
    public void A_free_turn_is_the_first_whose_look_no_neighbor_has() => Gen.Select(Ids, Gen.Select(Ids, Gen.Int[0, 9]).Array[0, 20]).Sample((id, neighbors) =>
    {
        var taken = neighbors.Select(neighbor => WovenBand.LookOf(neighbor.Item1, neighbor.Item2)).ToHashSet();
        var turn = WovenBand.FreeTurn(id, neighbors);
        taken.ShouldNotContain(WovenBand.LookOf(id, turn));
        for (var earlier = 0; earlier < turn; earlier++) taken.ShouldContain(WovenBand.LookOf(id, earlier));
    });

    [Fact]
    public void When_every_look_is_taken_the_first_turn_is_worn()
    {
        var everyLook = Enumerable.Range(0, 400).Select(turn => ("any", turn));
        WovenBand.FreeTurn("new", everyLook).ShouldBe(0);
    }
}
