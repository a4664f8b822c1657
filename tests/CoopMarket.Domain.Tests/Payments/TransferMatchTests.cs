using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class TransferMatchTests
{
    private const string Ours = "7900205123456";
    private static readonly PublicCode Code = PublicCode.Parse("CM1234567M");
    private static readonly PublicCode OtherCode = PublicCode.Parse("CM00000000");

    private static readonly Gen<AwaitedPayment> Orders = Gen.Select(
        Gen.Byte.Array[5], Gen.Long[1, 100_000_000], Gen.Long[0, 200_000_000], Gen.Enum<AwaitedPaymentState>(),
        (bytes, expected, paid, state) => new AwaitedPayment(PublicCode.From(bytes), expected, paid, state));

    private static readonly Gen<long> Amounts = Gen.OneOf(Gen.Long[-3, 3], Gen.Long[1, 300_000_000], Gen.Const(long.MaxValue), Gen.Const(long.MinValue));

    [Theory]
    [InlineData(385_000, 0, TransferKind.Matched, 385_000, 0, 0)]
    [InlineData(384_999, 0, TransferKind.Short, 384_999, 0, 1)]
    [InlineData(1, 384_999, TransferKind.Matched, 1, 0, 0)]
    [InlineData(385_001, 0, TransferKind.Over, 385_000, 1, 0)]
    [InlineData(2, 384_999, TransferKind.Over, 1, 1, 0)]
    [InlineData(385_000, 385_000, TransferKind.Second, 0, 385_000, 0)]
    [InlineData(0, 0, TransferKind.Zero, 0, 0, 0)]
    public void Money_for_a_waiting_order_of_385000(long amount, long paid, TransferKind kind, long applied, long surplus, long rest)
    {
        var match = Decide(amount, new AwaitedPayment(Code, 385_000, paid, AwaitedPaymentState.Awaiting));
        match.ShouldBe(new TransferMatch(kind, kind == TransferKind.Zero ? null : Code, applied, surplus, rest));
    }

    [Theory]
    [InlineData(AwaitedPaymentState.Expired, TransferKind.Late)]
    [InlineData(AwaitedPaymentState.Canceled, TransferKind.Late)]
    [InlineData(AwaitedPaymentState.TakenBack, TransferKind.Again)]
    public void Money_for_an_order_that_does_not_wait_is_owed_back_or_pays_what_was_taken_back(AwaitedPaymentState state, TransferKind kind) =>
        Decide(385_000, new AwaitedPayment(Code, 385_000, 0, state))
            .ShouldBe(new TransferMatch(kind, Code, 0, 385_000, 0));

    [Theory]
    [InlineData("")]
    [InlineData("mua toi den")]
    [InlineData("CM12345")]
    [InlineData("CM1234567N")]
    [InlineData("CM00000000")]
    public void The_right_amount_without_the_code_is_left_to_a_person(string text) =>
        Decide(385_000, Waiting(Code), text: text).ShouldBe(new TransferMatch(TransferKind.Unknown, null, 0, 385_000, 0));

    [Fact]
    public void A_text_that_names_two_orders_is_left_to_a_person() => TransferMatch
        .Decide(new BankTransfer(385_000, $"{Code} {OtherCode}", TransferDirection.In, Ours), Ours, [Waiting(Code), Waiting(OtherCode)])
        .Kind.ShouldBe(TransferKind.Unknown);

    [Fact]
    public void The_same_code_twice_is_one_order() =>
        Decide(385_000, Waiting(Code), text: $"{Code} {Code}").Kind.ShouldBe(TransferKind.Matched);

    [Fact]
    public void Outgoing_and_reversed_money_is_no_income()
    {
        Decide(385_000, Waiting(Code), direction: TransferDirection.Out).Kind.ShouldBe(TransferKind.Outgoing);
        Decide(-385_000, Waiting(Code)).Kind.ShouldBe(TransferKind.Outgoing);
    }

    [Theory]
    [InlineData("7900205123457")]
    [InlineData("")]
    public void Money_on_another_account_is_no_income(string account) =>
        Decide(385_000, Waiting(Code), account: account).Kind.ShouldBe(TransferKind.OtherAccount);

    [Fact]
    public void Spaces_in_an_account_number_do_not_matter() =>
        Decide(385_000, Waiting(Code), account: "7900 205 123 456").Kind.ShouldBe(TransferKind.Matched);

    [Fact]
    public void Every_dong_that_comes_in_is_applied_or_surplus() => Gen.Select(Orders, Amounts, Gen.Bool, Gen.Bool).Sample((order, amount, isIn, isNamed) =>
    {
        var match = Decide(amount, order, isNamed ? $"TT {order.Code}" : "TT", isIn ? TransferDirection.In : TransferDirection.Out);
        match.AppliedDong.ShouldBeGreaterThanOrEqualTo(0);
        match.SurplusDong.ShouldBeGreaterThanOrEqualTo(0);
        match.RestDong.ShouldBeGreaterThanOrEqualTo(0);
        (match.AppliedDong + match.SurplusDong).ShouldBe(isIn && amount > 0 ? amount : 0);
    });

    [Fact]
    public void Nothing_is_applied_beyond_what_is_open_or_without_a_code() => Gen.Select(Orders, Amounts, Gen.Bool).Sample((order, amount, isNamed) =>
    {
        var match = Decide(amount, order, isNamed ? order.Code.Value : "chuyen tien");
        var open = order.State == AwaitedPaymentState.Awaiting && isNamed ? Math.Max(0, order.ExpectedDong - order.PaidDong) : 0;
        match.AppliedDong.ShouldBe(Math.Clamp(amount, 0, open));
        (match.Kind == TransferKind.Matched).ShouldBe(amount > 0 && amount == open);
        (match.Kind == TransferKind.Short).ShouldBe(amount > 0 && amount < open);
    });

    [Fact]
    public void Other_orders_in_the_list_change_nothing() => Gen.Select(Orders, Orders.Array[0, 5], Amounts).Sample((order, others, amount) =>
    {
        if (others.Any(other => other.Code == order.Code)) return;
        var transfer = new BankTransfer(amount, order.Code.Value, TransferDirection.In, Ours);
        TransferMatch.Decide(transfer, Ours, [.. others, order]).ShouldBe(TransferMatch.Decide(transfer, Ours, [order]));
    });

    private static AwaitedPayment Waiting(PublicCode code) => new(code, 385_000, 0, AwaitedPaymentState.Awaiting);

    private static TransferMatch Decide(
        long amount, AwaitedPayment order, string? text = null, TransferDirection direction = TransferDirection.In, string account = Ours) =>
        TransferMatch.Decide(new BankTransfer(amount, text ?? order.Code.Value, direction, account), Ours, [order]);
}
