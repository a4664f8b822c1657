using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CsCheck;

namespace CoopMarket.Domain.Tests.Stories;

public sealed class Everybody_who_agreed_is_asked
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly string[] Names = ["Hà Thị Inh", "ha thi inh", "Lò Thị Pâng"];
    private static readonly PersonId?[] People = [null, new(new Guid(1, 0, 0, new byte[8])), new(new Guid(2, 0, 0, new byte[8]))];

    private static readonly Gen<IReadOnlyList<Consent>> Some = Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[-2, 3], Gen.Bool)
        .Array[1, 8].Select(rows => (IReadOnlyList<Consent>)[.. rows.Select((row, i) => One(i, Names[row.Item1], People[row.Item2], row.Item3 > 2 ? null : row.Item3, row.Item4))]);

    [Fact]
    public void What_one_woman_takes_back_is_shown_no_more_whatever_others_say()
        => Some.Sample(all =>
        {
            foreach (var consent in all)
            {
                Consent.Withdraw(ConsentGivers.SameAs(consent, all), null, Now);
                ConsentGivers.Agree(all, Today).ShouldBeFalse();
                ConsentGivers.TookBack(all).ShouldBeTrue();
            }
        });

    [Fact]
    public void It_is_told_once_however_many_rows_go_with_it()
        => Some.Sample(all =>
        {
            var hers = ConsentGivers.SameAs(all[0], all);
            var held = hers.Any(c => c.WithdrawnAt is null);
            foreach (var consent in all)
                consent.TakeEvents();
            foreach (var _ in Enumerable.Range(0, 2))
                Consent.Withdraw(hers, null, Now);
            all.SelectMany(c => c.TakeEvents()).OfType<ConsentWithdrawn>().Count().ShouldBe(held ? 1 : 0);
        });

    [Fact]
    public void It_is_shown_until_the_first_of_all_who_agreed_does_no_longer()
        => Some.Sample(all =>
        {
            if (!ConsentGivers.Agree(all, Today))
                return;
            var last = ConsentGivers.LastDay(all, Today);
            if (last is { } day)
                (ConsentGivers.Agree(all, day), ConsentGivers.Agree(all, day.AddDays(1))).ShouldBe((true, false));
            else
                ConsentGivers.Agree(all, Today.AddYears(100)).ShouldBeTrue();
        });

    [Fact]
    public void Who_has_an_account_agrees_anew_under_whatever_name()
    {
        var older = One(0, "Hà Thị Inh", null, null, withdrawn: true);
        ConsentGivers.Agree([older, One(1, "bà Inh", null, null, withdrawn: false)], Today).ShouldBeFalse("nobody knows that it is the same woman");
        ConsentGivers.Agree([older, One(1, "HÀ THỊ INH", People[1], null, withdrawn: false)], Today).ShouldBeTrue();
        ConsentGivers.Agree([One(0, "Hà Thị Inh", People[1], null, withdrawn: true), One(1, "bà Inh", People[1], null, withdrawn: false)], Today).ShouldBeTrue();
        ConsentGivers.Agree([], Today).ShouldBeFalse("nobody was asked");
    }

    [Fact]
    public void Who_leaves_is_forgotten_and_nobody_agrees_in_her_place()
    {
        var me = People[1]!.Value;
        Consent[] all = [One(0, "Hà Thị Inh", me, null, withdrawn: false), One(1, "Lò Thị Pâng", null, null, withdrawn: false)];
        Should.Throw<InvalidOperationException>(() => all[0].Forget(me));
        Consent.Withdraw([all[0]], me, Now);
        all[0].Forget(me);
        (all[0].Person, all[0].Who, all[0].WithdrawnBy).ShouldBe((null, "", null));
        ConsentGivers.Agree(all, Today).ShouldBeFalse();
        ConsentGivers.TookBack(all).ShouldBeTrue();
    }

    private static Consent One(int nth, string who, PersonId? person, int? until, bool withdrawn)
    {
        var consent = Consent.Give(
            new(new Guid(9, (short)nth, 0, new byte[8])), new(Guid.Empty), new(Guid.Empty), ConsentKind.Face, Guid.Empty,
            new(who, "", until is { } days ? Today.AddDays(days) : null, ConsentWay.OnPaper, Today.AddDays(-9), person, ""), null, Now);
        if (withdrawn)
            Consent.Withdraw([consent], null, Now);
        return consent;
    }
}
