using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Settlement;

public sealed class TransferTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly PersonId First = new(Guid.Parse("0193f0a0-0000-7000-8000-00000000000a"));
    private static readonly PersonId Second = new(Guid.Parse("0193f0a0-0000-7000-8000-00000000000b"));
    private static readonly PayoutAccount Bank = new("970405", "7900205123456", "HTX", Now - PayoutDue.AccountWaits);
    private static readonly PayoutAccount Gateway = PayoutAccount.At("acct_1", Now - PayoutDue.AccountWaits);
    private static readonly Money Least = Money.Dong(200_000);

    private enum Step
    {
        Begin,
        BeginUnable,
        LoseSight,
        Made,
        Refused,
        NotNow,
        Lost,
        CallOff,
        PaidByHand,
    }

    private enum Back
    {
        Propose,
        Agree,
        Drop,
        Begin,
        LoseSight,
        Made,
        Refused,
        NotNow,
        Lost,
    }

    [Fact]
    public void What_is_paid_at_the_gateway_is_never_more_than_is_held_there_and_nobody_is_left_out()
        => Gen.Select(Gen.Long[-500_000, 5_000_000], Gen.Select(Gen.Long[0, 2_000_000], Gen.Long[0, 500_000], Gen.Int[0, 2]).Array[0, 12]).Sample((held, each) =>
        {
            var dues = each.Select(e => Due(e.Item1, e.Item2) with
            {
                Connected = e.Item3 switch { 0 => null, 1 => Gateway, _ => PayoutAccount.At("acct_new", Now) },
            }).ToList();

            var placed = PayoutDue.Place(dues, Money.Dong(held), Least, Now);

            placed.Select(p => (p.Cooperative, p.Amount)).ShouldBe(dues.Select(d => (d.Cooperative, d.Amount)), ignoreOrder: true);
            var sent = placed.Where(p => p.Account.Connected.Length > 0 && p.Judge(Least, Now) == PayoutHindrance.None).ToList();
            sent.Sum(p => p.Amount.Minor).ShouldBeLessThanOrEqualTo(Math.Max(0, held));
            // Who waits at the gateway for her account to grow old isn't paid at the bank meanwhile.
            placed.Where(p => p.Connected?.Connected == "acct_new").ShouldAllBe(p => p.Judge(Least, Now) != PayoutHindrance.None);
            placed.Where(p => p.Connected is null).ShouldAllBe(p => p.Account == Bank);
            var left = held - sent.Sum(p => p.Amount.Minor);
            placed.Where(p => p.Connected == Gateway && p.Account == Bank).ShouldAllBe(p => p.Amount.Minor > left);
        });

    [Fact]
    public void Any_sequence_of_answers_transfers_once_or_gives_all_of_it_back()
        => Gen.Select(Gen.Enum<Step>(), Gen.Bool).Array[1, 25].Sample(steps =>
        {
            var run = Approved();
            var payout = run.Payouts[0];
            List<EntryLine> booked = [.. payout.LinesOf(EntryKind.Payout)];
            var (asked, lost) = (false, 0);
            foreach (var (step, held) in steps)
            {
                var before = payout.State;
                switch (step)
                {
                    case Step.Begin or Step.BeginUnable:
                        var isAble = step == Step.Begin;
                        var may = before == PayoutState.OnTheWay && !asked;
                        run.BeginTransfer(1, isAble, Money.Dong(held ? payout.Amount.Minor : payout.Amount.Minor - 1), Now).IsDone.ShouldBe(may && (held || !isAble));
                        asked |= may && isAble && held;
                        break;
                    case Step.LoseSight:
                        run.LoseSight(1);
                        payout.IsUncertain.ShouldBe(asked);
                        break;
                    case Step.Made:
                        run.TryTransfer(1, "tr_1", Now).ShouldBe(before == PayoutState.OnTheWay);
                        break;
                    case Step.Refused:
                        run.TryRefuseTransfer(1, "no", Now).ShouldBe(asked);
                        break;
                    case Step.NotNow or Step.Lost:
                        lost += asked && step == Step.Lost ? 1 : 0;
                        run.TransferComesBack(1, step == Step.Lost, Now).ShouldBe(asked && lost == Payout.MostCalls);
                        asked = false;
                        break;
                    case Step.CallOff:
                        run.RecordFailed(1, "x", First, Now).IsDone.ShouldBe(before == PayoutState.OnTheWay && !asked);
                        break;
                    default:
                        run.RecordPaid(null, "FT", First, Now, out _).IsDone.ShouldBeFalse();
                        break;
                }

                if (payout.State != before)
                {
                    before.ShouldBe(PayoutState.OnTheWay);
                    booked.AddRange(payout.LinesOf(payout.State == PayoutState.Paid ? EntryKind.PayoutPaid : EntryKind.PayoutFailed));
                }

                asked &= payout.State == PayoutState.OnTheWay;
                payout.IsAsked.ShouldBe(asked);
                run.TryReturn(1, Now).ShouldBeFalse();
            }

            long Of(LedgerAccount account) => booked.Where(l => l.Account == account).Sum(l => l.Amount.Minor);
            Of(LedgerAccount.Bank).ShouldBe(0);
            Of(LedgerAccount.Cards).ShouldBe(payout.State == PayoutState.Paid ? -payout.Amount.Minor : 0);
            Of(LedgerAccount.PayoutsOnTheWay).ShouldBe(payout.State == PayoutState.OnTheWay ? -payout.Amount.Minor : 0);
            Of(LedgerAccount.Payable).ShouldBe(payout.State == PayoutState.Failed ? 0 : (payout.Amount + payout.Fees).Minor);
        });

    [Fact]
    public void Any_sequence_of_reversals_takes_back_at_most_what_was_transferred()
        => Gen.Select(Gen.Enum<Back>(), Gen.Int[0, 7], Gen.Long[1, 400_000]).Array[1, 40].Sample(steps =>
        {
            var run = Approved();
            var payout = run.Payouts[0];
            run.TryTransfer(1, "tr_1", Now).ShouldBeTrue();
            var alone = Money.Dong(150_000);
            long booked = 0;
            var names = 0;
            foreach (var (step, at, dong) in steps)
            {
                var left = payout.Left;
                if (step == Back.Propose)
                {
                    var proposed = run.ProposeReversal(1, new(Guid.CreateVersion7()), Money.Dong(dong), "x", First, alone, Now);
                    proposed.IsDone.ShouldBe(dong <= left.Minor);
                    if (proposed.IsDone)
                        payout.Reversals[^1].State.ShouldBe(payout.Amount - left + Money.Dong(dong) > alone ? ReversalState.Proposed : ReversalState.Agreed);
                    continue;
                }

                if (payout.Reversals.Count == 0)
                    continue;
                var reversal = payout.Reversals[at % payout.Reversals.Count];
                var before = reversal.State;
                var isAsked = reversal.IsAsked;
                switch (step)
                {
                    case Back.Agree:
                        run.AgreeToReversal(reversal.Id, First).IsDone.ShouldBeFalse();
                        run.AgreeToReversal(reversal.Id, Second).IsDone.ShouldBe(before == ReversalState.Proposed);
                        break;
                    case Back.Drop:
                        run.DropReversal(reversal.Id, Now).IsDone.ShouldBe(before is ReversalState.Proposed or ReversalState.Agreed);
                        break;
                    case Back.Begin:
                        run.BeginReversal(reversal.Id, Now).IsDone.ShouldBe(before == ReversalState.Agreed);
                        break;
                    case Back.LoseSight:
                        run.LoseSight(reversal.Id);
                        break;
                    // The gateway does only what it was asked for.
                    case Back.Made when isAsked:
                        run.TryReverse(reversal.Id, $"trr_{++names}", Now).ShouldBeTrue();
                        run.TryReverse(reversal.Id, $"trr_{names}", Now).ShouldBeFalse();
                        booked += reversal.Lines.Single(l => l.Account == LedgerAccount.Cards).Amount.Minor;
                        break;
                    case Back.Refused:
                        run.RefuseReversal(reversal.Id, "no", Now);
                        reversal.State.ShouldBe(isAsked ? ReversalState.Refused : before);
                        break;
                    case Back.NotNow or Back.Lost:
                        run.ReversalComesBack(reversal.Id, step == Back.Lost, Now);
                        reversal.State.ShouldBe(!isAsked ? before : reversal.LostCalls >= Payout.MostCalls ? ReversalState.Refused : ReversalState.Agreed);
                        break;
                }

                payout.TakenBack.Minor.ShouldBe(booked);
                (payout.TakenBack + payout.Left).ShouldBeLessThanOrEqualTo(payout.Amount);
                payout.Reversals.Where(r => r.State == ReversalState.Proposed || r.SecondedBy is not null || r.ProposedBy is null).ShouldAllBe(r => r.SecondedBy != r.ProposedBy);
            }
        });

    [Fact]
    public void What_was_made_in_the_gateways_own_pages_is_seen_once()
    {
        var run = Approved();
        run.SeeReversal(1, new(Guid.CreateVersion7()), "trr_1", Money.Dong(1_000), Now).ShouldBeNull("nothing is transferred yet");
        run.TryTransfer(1, "tr_1", Now).ShouldBeTrue();
        run.SeeReversal(1, new(Guid.CreateVersion7()), "trr_1", Money.Dong(1_000), Now).ShouldNotBeNull().Lines.Sum(l => l.Amount.Minor).ShouldBe(0);
        run.SeeReversal(1, new(Guid.CreateVersion7()), "trr_1", Money.Dong(1_000), Now).ShouldBeNull();
        run.Payouts[0].Left.ShouldBe(run.Payouts[0].Amount - Money.Dong(1_000));
    }

    [Fact]
    public void An_approval_binds_to_the_account_at_the_gateway()
    {
        var bank = Drafted(Due(900_000, 0));
        var there = Drafted(Due(900_000, 0) with { Account = Gateway });
        there.Seal().ShouldNotBe(bank.Seal());
        var now = new Dictionary<CooperativeId, PayoutDue> { [there.Payouts[0].Cooperative] = Due(900_000, 0) with { Cooperative = there.Payouts[0].Cooperative, Connected = PayoutAccount.At("acct_2", Gateway.Since) } };
        there.Approve(Second, there.Seal(), now, Now).Refusal.ShouldBe(new PayoutNoLongerFits(1));
    }

    [Fact]
    public void Whatever_is_answered_last_of_an_account_holds_and_an_older_answer_changes_nothing()
    {
        var account = ConnectedAccount.Begin(new(Guid.CreateVersion7()), Now);
        account.GoOn(Now).Refusal.ShouldBeOfType<ConnectingUnderWay>();
        account.Opened("acct_1");
        account.Read(true, true, true, Now.AddMinutes(2));
        account.Hear(Now.AddMinutes(3));
        account.Read(true, false, true, Now.AddMinutes(1));
        (account.IsAble, account.AbleSince).ShouldBe((true, Now.AddMinutes(2)));
        account.HeardAt.ShouldNotBeNull("what was told after the question is asked for again");
        account.Read(true, true, true, Now.AddMinutes(4));
        (account.AbleSince, account.HeardAt).ShouldBe((Now.AddMinutes(2), null));
        account.TryEnd(Now.AddMinutes(5)).ShouldBeTrue();
        account.IsAble.ShouldBeFalse();
        account.GoOn(Now.AddMinutes(6)).IsDone.ShouldBeTrue();
        (account.Account, account.AbleSince).ShouldBe(("acct_1", Now.AddMinutes(6)));
    }

    private static PayoutDue Due(long payable, long fees) => new(new(Guid.CreateVersion7()), Money.Dong(payable), Money.Dong(fees), Bank, false, false);

    private static PayoutRun Drafted(PayoutDue due) => PayoutRun.Draft(new(Guid.CreateVersion7()), PublicCode.From([1, 2, 3, 4, 5]), First, [(new(Guid.CreateVersion7()), due)], Now);

    private static PayoutRun Approved()
    {
        var due = Due(900_000, 100_000) with { Account = Gateway, Connected = Gateway };
        var run = Drafted(due);
        run.Approve(Second, run.Seal(), new Dictionary<CooperativeId, PayoutDue> { [due.Cooperative] = due }, Now).IsDone.ShouldBeTrue();
        return run;
    }
}
