using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Certificates;

public sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Issued = new(2025, 7, 1);
    private static readonly ProductId Garlic = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000001"));
    private static readonly ProductId Honey = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000002"));
    private static readonly PersonId Admin = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000003"));
    private static readonly SellerPaper Paper = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000004"), "image/jpeg", 1, "aa");
    private static readonly CertificateTerms Terms = new(CertificateKind.Ocop, new("OCOP 4 sao"), 4, "1127/QĐ", new("UBND tỉnh"), Issued, CertificateTerms.LastOfOcop(Issued));
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 20_000].Select(d => new DateOnly(2000, 1, 1).AddDays(d));

    [Fact]
    public void Stars_hold_36_months_and_not_a_day_more()
    {
        CertificateTerms.LastOfOcop(new(2024, 2, 29)).ShouldBe(new DateOnly(2027, 2, 28));
        Days.Sample(first =>
        {
            var last = CertificateTerms.LastOfOcop(first);
            var stars = Terms with { Issued = first };
            (stars with { Expires = last }).MayEnd.ShouldBeTrue();
            (stars with { Expires = first }).MayEnd.ShouldBeTrue();
            (stars with { Expires = last.AddDays(1) }).MayEnd.ShouldBeFalse();
            (stars with { Expires = first.AddDays(-1) }).MayEnd.ShouldBeFalse();
            (stars with { Expires = null }).MayEnd.ShouldBeFalse();
        });
    }

    [Fact]
    public void Organic_and_VietGAP_have_an_end_and_an_indication_need_not()
    {
        foreach (var kind in Enum.GetValues<CertificateKind>())
            (Terms with { Kind = kind, Expires = null }).MayEnd.ShouldBe(kind is not (CertificateKind.Ocop or CertificateKind.Organic or CertificateKind.VietGap), kind.ToString());
    }

    [Fact]
    public void Buyers_see_it_from_its_first_day_through_its_last_once_it_is_confirmed()
        => Gen.Select(Days, Gen.Int[-300, 1200], Gen.Int[-3, 3], Gen.Bool, Gen.Enum<CertificateState>()).Sample((first, length, beside, atEnd, state) =>
        {
            // The days around the first and the last are where it is decided.
            var day = first.AddDays(beside + (atEnd ? length : 0));
            var certificate = In(state, Terms with { Kind = CertificateKind.Other, Issued = first, Expires = length < 0 ? null : first.AddDays(length) });
            var isShown = state == CertificateState.Confirmed && first <= day && (length < 0 || day <= first.AddDays(length));

            certificate.IsShownOn(day).ShouldBe(isShown);
            Certificate.ShownOn(day).Compile()(certificate).ShouldBe(isShown, "queries ask the same");
        });

    [Fact]
    public void A_word_of_an_admin_binds_to_every_part_that_she_saw()
    {
        (string What, Func<Certificate, Refusal?> Change)[] changes =
        [
            ("kind", c => c.Change(Terms with { Kind = CertificateKind.Other }, [Garlic], null, Now)),
            ("name", c => c.Change(Terms with { Name = new("OCOP 5 sao") }, [Garlic], null, Now)),
            ("English name", c => c.Change(Terms with { Name = new("OCOP 4 sao", "OCOP 5 stars") }, [Garlic], null, Now)),
            ("stars", c => c.Change(Terms with { Stars = 5 }, [Garlic], null, Now)),
            ("number", c => c.Change(Terms with { Number = "1128/QĐ" }, [Garlic], null, Now)),
            ("issuer", c => c.Change(Terms with { Issuer = new("Bộ Nông nghiệp") }, [Garlic], null, Now)),
            ("first day", c => c.Change(Terms with { Issued = Issued.AddDays(1) }, [Garlic], null, Now)),
            ("last day", c => c.Change(Terms with { Expires = Terms.Expires!.Value.AddDays(-1) }, [Garlic], null, Now)),
            ("what it covers", c => c.Change(Terms, [Garlic, Honey], null, Now)),
            ("paper", c => c.Change(Terms, [Garlic], Paper with { Id = Guid.Empty, Hash = "bb" }, Now)),
        ];
        foreach (var (what, change) in changes)
        {
            var certificate = In(CertificateState.Waiting);
            var seen = certificate.Hash;
            change(certificate).ShouldBeNull(what);

            certificate.Confirm(seen, Admin, Now).ShouldBe(new CertificateChangedSinceSeen(), what);
            certificate.Refuse(seen, "Mờ", Admin, Now).ShouldBe(new CertificateChangedSinceSeen(), what);
            certificate.State.ShouldBe(CertificateState.Waiting, what);

            var confirmed = In(CertificateState.Confirmed);
            change(confirmed).ShouldBeNull(what);
            confirmed.State.ShouldBe(CertificateState.Waiting, what + " needs a new look");
            confirmed.TakeEvents().ShouldContain(new CertificateShownOtherwise(confirmed.Id), what);
        }
    }

    [Fact]
    public void Saved_again_as_it_stands_it_stays_confirmed()
    {
        var certificate = In(CertificateState.Confirmed);

        certificate.Change(Terms, [Garlic], null, Now.AddDays(1)).ShouldBeNull();

        certificate.State.ShouldBe(CertificateState.Confirmed);
        certificate.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_taken_back_stays_so()
    {
        var certificate = In(CertificateState.Withdrawn);

        certificate.Change(Terms, [Garlic], Paper, Now).ShouldBe(new CertificateTakenBack());
        certificate.Confirm(certificate.Hash, Admin, Now).ShouldBe(new CertificateNotWaiting());
        certificate.Withdraw().ShouldBe(new CertificateTakenBack());
    }

    [Fact]
    public void Two_reminders_go_out_at_most_each_once_on_whatever_days_anybody_looks()
        => Gen.Select(Gen.Int[0, 1000], Gen.Int[-30, 400].Array[0, 60]).Sample((length, looks) =>
        {
            var first = new DateOnly(2026, 1, 1);
            var last = first.AddDays(length);
            var certificate = In(CertificateState.Confirmed, Terms with { Kind = CertificateKind.Other, Issued = first, Expires = last });
            List<(int Left, int Due)> sent = [];
            foreach (var left in looks.OrderDescending())
            {
                var day = last.AddDays(-left);
                var due = certificate.ReminderDue(day);
                certificate.Remind(day);
                if (certificate.TakeEvents().OfType<CertificateEndsSoon>().SingleOrDefault() is { } reminder)
                {
                    reminder.Last.ShouldBe(last);
                    sent.Add((left, due.ShouldNotBeNull()));
                }
                else
                {
                    due.ShouldBeNull();
                }
            }

            sent.Select(s => s.Due).ShouldBe(Expected(looks));
            sent.ShouldAllBe(s => s.Left >= 0 && s.Left <= s.Due);
        });

    [Fact]
    public void A_new_last_day_is_reminded_of_anew()
    {
        var certificate = In(CertificateState.Confirmed);
        certificate.Remind(Terms.Expires!.Value.AddDays(-14));
        certificate.Reminded.ShouldBe(14);

        certificate.Change(Terms with { Number = "2/QĐ", Issued = Issued.AddYears(3), Expires = Terms.Expires.Value.AddYears(3) }, [Garlic], null, Now);

        certificate.Reminded.ShouldBeNull();
    }

    // The first look within 60 days reminds, unless it is within 14 already; the first within 14 reminds.
    private static IEnumerable<int> Expected(int[] looks)
    {
        if (looks.Any(l => l is > 14 and <= 60))
            yield return 60;
        if (looks.Any(l => l is >= 0 and <= 14))
            yield return 14;
    }

    private static Certificate In(CertificateState state, CertificateTerms? terms = null)
    {
        var certificate = Certificate.Tell(new(Guid.Parse("0193f0a0-0000-7000-8000-000000000005")), new(Guid.Empty), terms ?? Terms, [Garlic], Paper, Now);
        _ = state switch
        {
            CertificateState.Confirmed => certificate.Confirm(certificate.Hash, Admin, Now),
            CertificateState.Refused => certificate.Refuse(certificate.Hash, "Ảnh mờ", Admin, Now),
            CertificateState.Withdrawn => certificate.Withdraw(),
            _ => null,
        };
        certificate.State.ShouldBe(state);
        certificate.TakeEvents();
        return certificate;
    }
}
