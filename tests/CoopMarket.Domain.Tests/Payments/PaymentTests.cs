using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

/// <summary>Any sequence of what happens to a payment, against a model that is no more than the table drawn above the code.</summary>
public sealed class PaymentTests
{
    private const long Expected = 900;
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private enum Deed
    {
        Take,
        TakeRest,
        TakeBack,
        TakeBackAll,
        Expire,
        Cancel,
        TakeUpAgain,
        Dispute,
        WinDispute,
        LoseDispute,
    }

    [Fact]
    public void Any_sequence_follows_the_table_and_loses_no_dong() => Gen.Select(Gen.Enum<PaymentWay>(), Gen.Select(Gen.Enum<Deed>(), Gen.Long[-100, 1_000]).Array[0, 30]).Sample((way, deeds) =>
    {
        var payment = Payment.For(new(Guid.NewGuid()), new(Guid.NewGuid()), PublicCode.From([1, 2, 3, 4, 5]), way, Money.Dong(Expected), null, Start);
        var model = new Model(way);
        foreach (var (deed, amount) in deeds)
        {
            var dong = deed == Deed.TakeRest ? Expected - model.Paid : deed == Deed.TakeBackAll ? model.Paid : amount;
            Do(payment, deed, dong).ShouldBe(model.Try(deed, dong), $"{deed} {dong} in {model.State}");

            (payment.State, payment.Paid.Minor).ShouldBe((model.State, model.Paid), $"after {deed} {dong}");
            payment.IsOpen.ShouldBe(model.State is PaymentState.Awaiting or PaymentState.PartlyPaid);
            payment.Open.Minor.ShouldBe(payment.IsOpen ? Expected - model.Paid : 0);
            (payment.DisputedAt is not null).ShouldBe(model.IsDisputed);
            (payment.SettledAt is null).ShouldBe(payment.IsOpen || model.State == PaymentState.CashOnDelivery);
        }

        var told = payment.TakeEvents();
        told.OfType<PaymentCaptured>().Count().ShouldBe(model.TimesPaid);
        told.OfType<PaymentDisputed>().Count().ShouldBe(model.Disputes);
        told.OfType<DisputeEnded>().Count().ShouldBe(model.Disputes - (model.IsDisputed ? 1 : 0));
    });

    [Fact]
    public void Late_money_pays_only_what_ran_out_with_nothing_in_it() => Gen.Select(Gen.Long[1, 1_000], Gen.Long[0, Expected - 1]).Sample((late, before) =>
    {
        var payment = Payment.For(new(Guid.NewGuid()), new(Guid.NewGuid()), PublicCode.From([1, 2, 3, 4, 5]), PaymentWay.BankTransfer, Money.Dong(Expected), null, Start);
        payment.WouldBePaidBy(Money.Dong(late)).ShouldBeFalse("it waits still");
        if (before > 0)
            payment.Take(Money.Dong(before), MoneyPlace.Bank, Start);
        payment.TryClose(AwaitedPaymentState.Expired, Start).ShouldBeTrue();

        payment.WouldBePaidBy(Money.Dong(late)).ShouldBe(before == 0 && late >= Expected);
        payment.AsAwaited().State.ShouldBe(AwaitedPaymentState.Expired);
    });

    // A deed that can't be throws, or says no.
    private static bool Do(Payment payment, Deed deed, long dong)
    {
        try
        {
            switch (deed)
            {
                case Deed.Take or Deed.TakeRest:
                    payment.Take(Money.Dong(dong), MoneyPlace.Bank, Start);
                    return true;
                case Deed.TakeBack or Deed.TakeBackAll:
                    payment.TakeBack(Money.Dong(dong));
                    return true;
                case Deed.Expire or Deed.Cancel:
                    return payment.TryClose(deed == Deed.Expire ? AwaitedPaymentState.Expired : AwaitedPaymentState.Canceled, Start);
                case Deed.TakeUpAgain:
                    payment.TakeUpAgain();
                    return true;
                case Deed.Dispute:
                    payment.Dispute(Start);
                    return true;
                default:
                    payment.EndDispute(isWon: deed == Deed.WinDispute);
                    return true;
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private sealed class Model(PaymentWay way)
    {
        public PaymentState State { get; private set; } = way == PaymentWay.CashOnDelivery ? PaymentState.CashOnDelivery : PaymentState.Awaiting;

        public long Paid { get; private set; }

        public bool IsDisputed { get; private set; }

        public int Disputes { get; private set; }

        public int TimesPaid { get; private set; }

        public bool Try(Deed deed, long dong)
        {
            var isOpen = State is PaymentState.Awaiting or PaymentState.PartlyPaid;
            switch (deed)
            {
                case Deed.Take or Deed.TakeRest:
                    if (!isOpen || dong < 1 || dong > Expected - Paid)
                        return false;
                    Paid += dong;
                    State = Paid == Expected ? PaymentState.Paid : PaymentState.PartlyPaid;
                    TimesPaid += State == PaymentState.Paid ? 1 : 0;
                    return true;
                case Deed.TakeBack or Deed.TakeBackAll:
                    if (dong < 1 || dong > Paid)
                        return false;
                    Paid -= dong;
                    State = (State, Paid) switch
                    {
                        (PaymentState.PartlyPaid, 0) => PaymentState.Awaiting,
                        (PaymentState.Paid, _) => PaymentState.TakenBack,
                        _ => State,
                    };
                    return true;
                case Deed.Expire or Deed.Cancel:
                    if (!isOpen && State != PaymentState.CashOnDelivery)
                        return false;
                    State = deed == Deed.Expire ? PaymentState.Expired : PaymentState.Canceled;
                    return true;
                case Deed.TakeUpAgain:
                    if (State != PaymentState.Expired || Paid != 0)
                        return false;
                    State = PaymentState.Awaiting;
                    return true;
                case Deed.Dispute:
                    Disputes += IsDisputed ? 0 : 1;
                    IsDisputed = true;
                    return true;
                default:
                    IsDisputed = false;
                    return true;
            }
        }
    }
}
