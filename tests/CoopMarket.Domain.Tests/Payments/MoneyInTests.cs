using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

/// <summary>Any sequence of what is found out about a line, against a model that is no more than the table drawn above the code.</summary>
public sealed class MoneyInTests
{
    private const string Ours = "7900205123456";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly OrderId Order = new(Guid.Parse("0193f0a0-0000-7000-8000-000000000001"));

    private static readonly TransferKind[] Kinds =
        [TransferKind.Matched, TransferKind.Short, TransferKind.Over, TransferKind.Late, TransferKind.Second, TransferKind.Again, TransferKind.Unknown];

    private enum Deed
    {
        Decide,
        BringBack,
        ComeFromCards,
        ComeFromCarrier,
        PayBack,
        PayOut,
        PayTax,
        Explain,
        BeTakenBack,
        TakeBack,
    }

    private static readonly Gen<Line> Lines =
        from source in Gen.Enum<MoneySource>()
        from direction in Gen.Enum<TransferDirection>()
        from dong in Gen.Long[0, 4]
        from isOurs in Gen.Int[0, 5]
        select new Line(source, direction, dong, isOurs > 0);

    [Fact]
    public void Any_sequence_follows_the_table_and_no_line_is_two_things() => Gen.Select(Lines, Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, 6]).Array[0, 30]).Sample((line, deeds) =>
    {
        var money = Store(line);
        var model = new Model(line);
        money.State.ShouldBe(model.State);
        foreach (var (deed, draw) in deeds)
        {
            var was = money.State;
            Do(money, deed, draw).ShouldBe(model.Try(deed, draw), $"{deed} {draw} of {line} in {was}");

            (money.State, money.Carried.Minor, money.Rest.Minor).ShouldBe((model.State, model.Carried, line.Dong - model.Carried), $"after {deed} {draw} of {line}");
            money.NeedsDecision.ShouldBe(model.State is MoneyInState.Unknown or MoneyInState.Outgoing);
            if (money.State == MoneyInState.TakenBack)
                money.Applied.IsZero.ShouldBeTrue("what was taken back pays nothing");
            new object?[] { money.Refund, money.Payout, money.TaxMonth, money.Reverses, money.Note, money.IsFromCards ? true : null }.Count(w => w is not null).ShouldBeLessThanOrEqualTo(1);
        }

        var told = money.TakeEvents();
        told.OfType<MoneyCameIn>().Count().ShouldBe(model.IsIncome ? 1 : 0);
        told.Count(e => e is PayoutCameBack or CardsPaidOut or WithheldTaxPaid or MoneyExplained or MoneyTakenBack).ShouldBe(model.Told);
    });

    private static MoneyIn Store(Line line) => MoneyIn.Store(
        new(Guid.NewGuid()), new(line.Source, "1", "VCB", "FT1", new(line.Dong, "", line.Direction, line.IsOurs ? Ours : "999"), Now), false, Ours, Now);

    // The market's own words, which are said where the line may be so, are asked for first.
    private static bool Do(MoneyIn money, Deed deed, int draw)
    {
        var some = Money.Dong(draw);
        switch (deed)
        {
            case Deed.Decide:
                try
                {
                    money.Decide(new(Kinds[draw], null, draw, 0, 0), Order);
                    return true;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }

            case Deed.BringBack:
                return money.BringBack(new(Guid.NewGuid()), 1, some).IsDone;
            case Deed.ComeFromCards:
                return money.ComeFromCards(Money.Dong(1), some).IsDone;
            case Deed.ComeFromCarrier:
                return money.ComeFromCarrier(some).IsDone;
            case Deed.PayTax:
                return money.PayTax(new(2026, 11, 1), some).IsDone;
            case Deed.BeTakenBack:
                return Store(new(MoneySource.SePay, TransferDirection.Out, draw, true)).TakeBack(money).IsDone;
            case Deed.TakeBack:
                var earlier = Store(new(MoneySource.SePay, TransferDirection.In, draw, true));
                if (earlier.State == MoneyInState.Received)
                    earlier.Decide(new(TransferKind.Matched, null, draw, 0, 0), Order);
                return money.TakeBack(earlier).IsDone;
            case Deed.Explain when money.MayBeExplained:
                money.Resolve("phí ngân hàng");
                return true;
            case Deed.PayBack when money.State == MoneyInState.Outgoing:
                money.PayBack(new(Guid.NewGuid()));
                return true;
            case Deed.PayOut when money.State == MoneyInState.Outgoing:
                money.PayOut(new(Guid.NewGuid()));
                return true;
            default:
                return false;
        }
    }

    /// <summary>A line as its source tells of it.</summary>
    private sealed record Line(MoneySource Source, TransferDirection Direction, long Dong, bool IsOurs);

    private sealed class Model
    {
        private readonly Line _line;
        private readonly bool _isOfBank;

        public Model(Line line)
        {
            (_line, _isOfBank) = (line, line.Source is not (MoneySource.Card or MoneySource.Dispute));
            State = line.Direction == TransferDirection.Out ? MoneyInState.Outgoing
                : !line.IsOurs ? MoneyInState.OtherAccount
                : line.Dong == 0 ? MoneyInState.Zero : MoneyInState.Received;
            IsIncome = State == MoneyInState.Received;
        }

        public MoneyInState State { get; private set; }

        public long Carried { get; private set; }

        /// <summary>Whether it came in to us, whatever becomes of it.</summary>
        public bool IsIncome { get; }

        /// <summary>How often it told of what it turned out to be.</summary>
        public int Told { get; private set; }

        public bool Try(Deed deed, int draw)
        {
            var isUndecided = State == MoneyInState.Unknown && Carried == 0;
            switch (deed)
            {
                case Deed.Decide when State is MoneyInState.Received or MoneyInState.Unknown:
                    State = Enum.Parse<MoneyInState>(Kinds[draw].ToString());
                    return true;
                case Deed.BringBack when isUndecided && _isOfBank && draw == _line.Dong:
                case Deed.ComeFromCards when isUndecided && _isOfBank && _line.Dong + 1 <= draw:
                case Deed.PayTax when State == MoneyInState.Outgoing && _isOfBank && _line.Dong <= draw:
                case Deed.Explain when State == MoneyInState.Outgoing || (State == MoneyInState.Unknown && (_line.Source == MoneySource.Dispute || Carried > 0)):
                    Told++;
                    State = MoneyInState.Resolved;
                    return true;
                case Deed.PayBack or Deed.PayOut when State == MoneyInState.Outgoing:
                    State = MoneyInState.Resolved;
                    return true;
                case Deed.ComeFromCarrier when State == MoneyInState.Unknown && _isOfBank && draw <= _line.Dong - Carried:
                    Carried += draw;
                    State = Carried == _line.Dong ? MoneyInState.Resolved : State;
                    return true;
                case Deed.BeTakenBack when IsIncome && State is not (MoneyInState.Received or MoneyInState.TakenBack) && Carried == 0 && draw == _line.Dong:
                    State = MoneyInState.TakenBack;
                    return true;
                case Deed.TakeBack when State == MoneyInState.Outgoing && _line.IsOurs && draw > 0 && draw == _line.Dong:
                    Told++;
                    State = MoneyInState.Reversal;
                    return true;
                default:
                    return false;
            }
        }
    }
}
