using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Settlement;

public sealed class PayoutRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly PersonId First = new(Guid.Parse("0193f0a0-0000-7000-8000-00000000000a"));
    private static readonly PersonId Second = new(Guid.Parse("0193f0a0-0000-7000-8000-00000000000b"));
    private static readonly PayoutAccount Account = new("970405", "7900205123456", "HTX", Now - PayoutDue.AccountWaits);

    private enum Step
    {
        ApproveFirst,
        ApproveSecond,
        LeaveOut,
        Paid,
        AllPaid,
        Failed,
        Return,
    }

    // A model of few lines: what each payout is, and whether the run is approved.
    [Fact]
    public void Any_sequence_of_moves_agrees_with_the_model_and_books_what_is_still_owed()
        => Gen.Select(Gen.Int[1, 4], Gen.Select(Gen.Enum<Step>(), Gen.Int[1, 4]).Array[1, 20]).Sample((size, steps) =>
        {
            var run = Draft(size);
            var model = Enumerable.Repeat(PayoutState.Drafted, size).ToArray();
            var approved = false;
            var booked = new List<EntryLine>();
            foreach (var (step, at) in steps)
            {
                var i = Math.Min(at, size) - 1;
                switch (step)
                {
                    case Step.ApproveFirst:
                        run.Approve(First, run.Seal(), Dues(run), Now).IsDone.ShouldBeFalse();
                        break;
                    case Step.ApproveSecond:
                        var may = !approved && model.Contains(PayoutState.Drafted);
                        run.Approve(Second, run.Seal(), Dues(run), Now).IsDone.ShouldBe(may);
                        if (!may)
                            break;
                        (approved, model) = (true, [.. model.Select(s => s == PayoutState.Drafted ? PayoutState.OnTheWay : s)]);
                        booked.AddRange(run.Kept.SelectMany(p => p.LinesOf(EntryKind.Payout)));
                        break;
                    case Step.LeaveOut:
                        run.LeaveOut(i + 1, First, Now).IsDone.ShouldBe(model[i] == PayoutState.Drafted && !approved);
                        Become(PayoutState.Drafted, PayoutState.LeftOut);
                        break;
                    case Step.Paid:
                        run.RecordPaid(i + 1, "FT", First, Now, out var one).IsDone.ShouldBe(model[i] == PayoutState.OnTheWay);
                        booked.AddRange(one.SelectMany(p => p.LinesOf(EntryKind.PayoutPaid)));
                        Become(PayoutState.OnTheWay, PayoutState.Paid);
                        break;
                    case Step.AllPaid:
                        run.RecordPaid(null, "FT", First, Now, out var all).IsDone.ShouldBe(model.Contains(PayoutState.OnTheWay));
                        booked.AddRange(all.SelectMany(p => p.LinesOf(EntryKind.PayoutPaid)));
                        model = [.. model.Select(s => s == PayoutState.OnTheWay ? PayoutState.Paid : s)];
                        break;
                    case Step.Failed:
                        run.RecordFailed(i + 1, "sai số", First, Now).IsDone.ShouldBe(model[i] == PayoutState.OnTheWay);
                        if (model[i] == PayoutState.OnTheWay)
                            booked.AddRange(run.Payouts[i].LinesOf(EntryKind.PayoutFailed));
                        Become(PayoutState.OnTheWay, PayoutState.Failed);
                        break;
                    case Step.Return:
                        run.TryReturn(i + 1, Now).ShouldBe(model[i] == PayoutState.Paid);
                        if (model[i] == PayoutState.Paid)
                            booked.AddRange(run.Payouts[i].LinesOf(EntryKind.PayoutReturned));
                        Become(PayoutState.Paid, PayoutState.Returned);
                        break;
                }

                run.Payouts.Select(p => p.State).ShouldBe(model);

                void Become(PayoutState from, PayoutState to) => model[i] = model[i] == from ? to : model[i];
            }

            Sum(LedgerAccount.PayoutsOnTheWay).ShouldBe(-Of(PayoutState.OnTheWay));
            Sum(LedgerAccount.Bank).ShouldBe(-(Of(PayoutState.Paid) + Of(PayoutState.Returned)));
            booked.Sum(l => l.Amount.Minor).ShouldBe(0);
            // What is not on its way and was not paid is owed as before.
            Sum(LedgerAccount.Payable).ShouldBe(run.Payouts.Where(p => p.State is PayoutState.OnTheWay or PayoutState.Paid).Sum(p => p.Amount.Minor + p.Fees.Minor));

            long Sum(LedgerAccount account) => booked.Where(l => l.Account == account).Sum(l => l.Amount.Minor);
            long Of(PayoutState state) => run.Payouts.Where(p => p.State == state).Sum(p => p.Amount.Minor);
        });

    [Fact]
    public void What_is_sent_never_changes_once_it_is_approved()
    {
        var run = Draft(3);
        run.LeaveOut(2, First, Now);
        run.Approve(Second, run.Seal(), Dues(run), Now).IsDone.ShouldBeTrue();
        var seal = run.Seal();
        run.RecordPaid(1, "FT", First, Now, out _);
        run.RecordFailed(3, "sai số", First, Now);
        run.Seal().ShouldBe(seal);
        run.Kept.Select(p => p.Position).ShouldBe([1, 3]);
    }

    [Fact]
    public void A_transfers_text_fits_every_bank()
        => Draft(PayoutRun.Most).Payouts.ShouldAllBe(p => p.Text.Length <= VietQr.MaxPurpose && p.Text.All(char.IsAscii));

    [Fact]
    public void The_account_the_suspension_and_what_is_payable_are_looked_at_again()
    {
        var run = Draft(1);
        var due = Dues(run).Values.Single();
        foreach (var now in new[]
                 {
                     due with { IsSuspended = true }, due with { Account = Account with { Number = "1" } }, due with { Account = Account with { Holder = "AI KHAC" } },
                     due with { Account = Account with { Since = Now - TimeSpan.FromHours(71) } }, due with { Payable = due.Payable - Money.Dong(1) },
                 })
            run.Approve(Second, run.Seal(), new Dictionary<CooperativeId, PayoutDue> { [due.Cooperative] = now }, Now).Refusal.ShouldBe(new PayoutNoLongerFits(1));
        run.Approve(Second, run.Seal(), new Dictionary<CooperativeId, PayoutDue>(), Now).Refusal.ShouldBe(new PayoutNoLongerFits(1));
        run.Approve(Second, run.Seal(), new Dictionary<CooperativeId, PayoutDue> { [due.Cooperative] = due with { Payable = due.Payable + Money.Dong(9) } }, Now).IsDone.ShouldBeTrue();
    }

    /// <summary>A fee that was kept back is given up later, as the goods came back: it is paid with the next payout.</summary>
    [Fact]
    public void A_fee_that_is_given_back_is_paid_as_long_as_it_is_still_owed_back()
    {
        var due = new PayoutDue(new(Guid.NewGuid()), Money.Dong(300_000), Money.Dong(-18_000), Account, IsSuspended: false, IsUnderWay: false);
        PayoutRun Drafted() => PayoutRun.Draft(new(Guid.NewGuid()), PublicCode.From([1, 2, 3, 4, 5]), First, [(new(Guid.NewGuid()), due)], Now);
        Outcome Approved(Money fees)
        {
            var run = Drafted();
            return run.Approve(Second, run.Seal(), new Dictionary<CooperativeId, PayoutDue> { [due.Cooperative] = due with { FeesOwed = fees } }, Now);
        }

        var payout = Drafted().Payouts.ShouldHaveSingleItem();
        (payout.Amount.Minor, payout.Fees.Minor).ShouldBe((318_000, -18_000));
        Approved(Money.Dong(-18_000)).IsDone.ShouldBeTrue();
        Approved(Money.Dong(-19_000)).IsDone.ShouldBeTrue("more is owed back since");
        Approved(Money.Dong(-17_999)).Refusal.ShouldBe(new PayoutNoLongerFits(1));
        Approved(Money.Dong(5_000)).Refusal.ShouldBe(new PayoutNoLongerFits(1));
    }

    [Fact]
    public void What_can_be_paid_is_never_below_one_dong_and_never_below_the_least()
        => Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 1_000_000], Gen.Long[1, 500_000]).Sample((payable, fees, least) =>
        {
            var due = new PayoutDue(new(Guid.NewGuid()), Money.Dong(payable), Money.Dong(fees), Account, IsSuspended: false, IsUnderWay: false);
            (due.Judge(Money.Dong(least), Now) == PayoutHindrance.None).ShouldBe(payable - fees >= least);
            due.Judge(Money.Dong(0), Now).ShouldBe(payable > fees ? PayoutHindrance.None : PayoutHindrance.TooLittle);
        });

    /// <summary>Banks write in capitals, put their own words around it, and leave out spaces; the first place is not the eleventh.</summary>
    [Fact]
    public void A_transfers_text_names_one_payout_of_its_run()
    {
        var payouts = Draft(21).Payouts;
        foreach (var payout in payouts)
            foreach (var text in new[] { payout.Text, "MBVCB." + payout.Text.ToLowerInvariant() + ".FT26", payout.Text.Replace(" ", "", StringComparison.Ordinal) + " CT tu 79" })
                payouts.Where(p => p.IsNamedIn(text)).ShouldBe([payout], text);
        payouts.ShouldAllBe(p => !p.IsNamedIn("") && !p.IsNamedIn("COOPMARKET 1"));
    }

    private static PayoutRun Draft(int size) => PayoutRun.Draft(
        new(Guid.NewGuid()), PublicCode.From([1, 2, 3, 4, 5]), First,
        [.. Enumerable.Range(1, size).Select(i => (new PayoutId(Guid.NewGuid()), new PayoutDue(new(Guid.NewGuid()), Money.Dong(300_000 + i), Money.Dong(i % 7 * 1_000), Account, IsSuspended: false, IsUnderWay: false)))], Now);

    private static Dictionary<CooperativeId, PayoutDue> Dues(PayoutRun run) => run.Payouts.ToDictionary(
        p => p.Cooperative, p => new PayoutDue(p.Cooperative, p.Amount + p.Fees, p.Fees, Account, IsSuspended: false, IsUnderWay: true));
}
