using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class CashParcelTests
{
    private const long Amount = 100_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);
    private static readonly string[] Moves = ["collect", "refuse", "lose", "full", "over", "short", "rest", "half", "nothing", "fee", "back", "some back"];

    /// <summary>Whatever is told, in whatever order and however often: the states are those of the table, and no line counts twice.</summary>
    [Fact]
    public void Any_sequence_keeps_the_table_and_counts_each_line_once()
        => Gen.Int[0, Moves.Length - 1].Select(i => Moves[i]).Array[0, 12].Sample(moves =>
        {
            var parcel = NewParcel();
            var (state, paid) = (CashParcelState.Expected, 0L);
            foreach (var move in moves)
            {
                (state, paid) = Model(state, paid, move);
                Do(parcel, move);
                if (parcel.State != state || parcel.Paid.Minor != paid)
                    return false;
            }

            var owed = state is CashParcelState.Collected or CashParcelState.Short ? Amount - paid : 0;
            var back = state is CashParcelState.OwedBack ? paid : 0;
            return parcel.Owed == Money.Dong(owed) && parcel.Owed.Minor >= 0 && parcel.OwedBack == Money.Dong(back);
        });

    [Fact]
    public void A_line_told_again_is_known()
    {
        var parcel = NewParcel();
        parcel.Take(Money.Dong(60_000), Money.Dong(5_000), Start).ShouldBe(RemittanceVerdict.Short);
        parcel.Take(Money.Dong(60_000), Money.Dong(5_000), Start).ShouldBe(RemittanceVerdict.Already);
        parcel.Owed.ShouldBe(Money.Dong(40_000));
        parcel.Take(Money.Dong(40_000), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.Rest);
        (parcel.State, parcel.Paid, parcel.CarrierFee).ShouldBe((CashParcelState.Remitted, Money.Dong(Amount), Money.Dong(5_000)));
        parcel.Collect(Start);
        parcel.Refuse();
        (parcel.State, parcel.Owed, parcel.OwedBack).ShouldBe((CashParcelState.OwedBack, Money.Dong(0), Money.Dong(Amount)), "the carrier paid for what it brought back");
    }

    [Fact]
    public void What_was_paid_for_a_parcel_that_came_back_is_taken_back_whole_and_once()
    {
        var parcel = NewParcel(isForMarket: true);
        parcel.Take(Money.Dong(60_000), Money.Dong(5_000), Start).ShouldBe(RemittanceVerdict.Short);
        parcel.Take(Money.Dong(-60_000), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.NotOwed, "it may still arrive");
        parcel.GiveUp("too early", hasArrived: false).Refusal.ShouldBeOfType<CashNotCollected>();
        parcel.Lose();
        (parcel.State, parcel.Owed, parcel.OwedBack).ShouldBe((CashParcelState.OwedBack, Money.Dong(0), Money.Dong(60_000)));
        parcel.Take(Money.Dong(60_000), Money.Dong(5_000), Start).ShouldBe(RemittanceVerdict.Already);
        parcel.Take(Money.Dong(-59_999), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.NotOwed);
        parcel.GiveUp("not this way", hasArrived: true).Refusal.ShouldBeOfType<NothingIsOwed>();
        parcel.Take(Money.Dong(-60_000), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.TakenBack);
        parcel.Take(Money.Dong(-60_000), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.Already);
        (parcel.State, parcel.Paid, parcel.OwedBack, parcel.CarrierFee).ShouldBe((CashParcelState.TakenBack, Money.Dong(0), Money.Dong(0), Money.Dong(5_000)));
        parcel.Take(Money.Dong(0), Money.Dong(12_000), Start).ShouldBe(RemittanceVerdict.Returned);
        (parcel.State, parcel.CarrierFee).ShouldBe((CashParcelState.Returned, Money.Dong(17_000)));
    }

    [Fact]
    public void What_was_taken_after_all_is_owed_by_its_carrier_or_rightly_paid()
    {
        var (refused, paid) = (NewParcel(), NewParcel());
        refused.Refuse();
        refused.Collect(Start);
        (refused.State, refused.Owed, refused.CollectedAt).ShouldBe((CashParcelState.Collected, Money.Dong(Amount), Start));
        paid.Take(Money.Dong(60_000), Money.Dong(5_000), Start).ShouldBe(RemittanceVerdict.Short);
        paid.Refuse();
        paid.Collect(Start);
        (paid.State, paid.Owed, paid.OwedBack).ShouldBe((CashParcelState.Short, Money.Dong(Amount - 60_000), Money.Dong(0)));
    }

    [Fact]
    public void What_came_back_bears_a_fee_once_and_no_cash()
    {
        var parcel = NewParcel();
        parcel.Refuse();
        parcel.Take(Money.Dong(Amount), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.Unexpected);
        parcel.Take(Money.Dong(0), Money.Dong(12_000), Start).ShouldBe(RemittanceVerdict.Returned);
        parcel.Take(Money.Dong(0), Money.Dong(12_000), Start).ShouldBe(RemittanceVerdict.Already);
        (parcel.State, parcel.CarrierFee, parcel.Owed).ShouldBe((CashParcelState.Returned, Money.Dong(12_000), Money.Dong(0)));
    }

    [Fact]
    public void For_the_market_no_more_counts_than_was_to_be_collected_and_a_line_told_again_is_known()
    {
        var parcel = NewParcel(isForMarket: true);
        parcel.Collect(Start);
        parcel.Counted(Money.Dong(Amount + 7)).ShouldBe(Money.Dong(Amount));
        parcel.Counted(Money.Dong(60_000)).ShouldBe(Money.Dong(60_000));
        parcel.Take(Money.Dong(60_000), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.Short);
        parcel.Take(parcel.Counted(Money.Dong(60_000)), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.Already, "the rest is 40.000, and was not paid");
        parcel.Renumber(Carrier.Ghtk, "other", isForMarket: false);
        parcel.IsForMarket.ShouldBeTrue("it has paid the market once");
        NewParcel().Counted(Money.Dong(Amount + 7)).ShouldBe(Money.Dong(Amount + 7), "what a cooperative gets is hers to see");
    }

    [Fact]
    public void Only_what_is_owed_to_the_market_is_given_up_and_once()
    {
        var parcel = NewParcel(isForMarket: true);
        parcel.GiveUp("too early", hasArrived: true).Refusal.ShouldBeOfType<NothingIsOwed>();
        parcel.Collect(Start);
        parcel.Take(Money.Dong(60_000), Money.Dong(0), Start);
        parcel.GiveUp("lost in its books", hasArrived: true).IsDone.ShouldBeTrue();
        (parcel.State, parcel.Owed, parcel.Paid).ShouldBe((CashParcelState.GivenUp, Money.Dong(0), Money.Dong(60_000)));
        parcel.GiveUp("again", hasArrived: true).Refusal.ShouldBeOfType<NothingIsOwed>();
        parcel.Take(Money.Dong(40_000), Money.Dong(0), Start).ShouldBe(RemittanceVerdict.Unexpected);
        var hers = NewParcel();
        hers.Collect(Start);
        hers.GiveUp("not ours", hasArrived: true).Refusal.ShouldBeOfType<NothingIsOwed>();
    }

    private static CashParcel NewParcel(bool isForMarket = false)
        => CashParcel.Of(new(Guid.Empty), new(Guid.Empty), "CM26K7Q2XD", new(Guid.Empty), Carrier.Ghn, "ghn 7k2", Money.Dong(Amount), Start, isForMarket);

    private static void Do(CashParcel parcel, string move)
    {
        switch (move)
        {
            case "collect": parcel.Collect(Start); break;
            case "refuse": parcel.Refuse(); break;
            case "lose": parcel.Lose(); break;
            default: parcel.Take(Money.Dong(Cash(move)), Money.Dong(move is "nothing" ? 0 : 3_000), Start); break;
        }
    }

    private static long Cash(string move) => move switch { "full" => Amount, "over" => Amount + 1, "short" => 60_000, "rest" => 40_000, "half" => Amount / 2, "back" => -Amount, "some back" => -60_000, _ => 0 };

    // The table above the code, written a second time.
    private static (CashParcelState State, long Paid) Model(CashParcelState state, long paid, string move) => (state, move) switch
    {
        (CashParcelState.Expected or CashParcelState.Refused, "collect") => (CashParcelState.Collected, 0),
        (CashParcelState.OwedBack, "collect") => (paid < Amount ? CashParcelState.Short : CashParcelState.Remitted, paid),
        (CashParcelState.Expected, "refuse") => (CashParcelState.Refused, 0),
        (CashParcelState.Expected, "lose") => (CashParcelState.Lost, 0),
        (CashParcelState.Expected or CashParcelState.Collected, "full" or "over") => (CashParcelState.Remitted, Cash(move)),
        (CashParcelState.Expected or CashParcelState.Collected, "short" or "rest" or "half") => (CashParcelState.Short, Cash(move)),
        (CashParcelState.Short, "rest") when paid == 60_000 => (CashParcelState.Remitted, Amount),
        (CashParcelState.Short, "short") when paid == 40_000 => (CashParcelState.Remitted, Amount),
        (CashParcelState.Refused or CashParcelState.TakenBack, "fee") => (CashParcelState.Returned, 0),
        (CashParcelState.Remitted or CashParcelState.Short, "refuse" or "lose") => (CashParcelState.OwedBack, paid),
        (CashParcelState.OwedBack, "back") when paid == Amount => (CashParcelState.TakenBack, 0),
        (CashParcelState.OwedBack, "some back") when paid == 60_000 => (CashParcelState.TakenBack, 0),
        _ => (state, paid),
    };
}
