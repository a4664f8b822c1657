using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Orders;

/// <summary>What is ordered ahead of a harvest waits, and is late only when its days are over.</summary>
public sealed class AheadPartTests
{
    private static readonly SendWindow June = new(new(2027, 6, 5), new(2027, 6, 20));
    private static readonly DateTimeOffset AfterJune = new(2027, 6, 20, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_part_waits_for_its_harvest_and_keeps_the_days_that_were_promised()
    {
        var part = Place(June, null).Parts[0];
        part.Window.ShouldBe(June);
        part.Lines.Select(l => l.Window).ShouldBe([June, null]);
        part.AcceptBy.ShouldBe(AfterJune, "nobody is late before the last day is over in Vietnam");
    }

    [Fact]
    public void A_part_without_one_is_to_be_accepted_in_three_working_days_as_ever()
    {
        var part = Place(null, null).Parts[0];
        part.Window.ShouldBeNull();
        part.AcceptBy.ShouldBe(WorkingDays.After(Plans.Monday, Order.DaysToAccept, []));
    }

    [Fact]
    public void Where_what_waits_is_declined_the_rest_waits_no_longer()
    {
        var order = Place(June, null);
        var part = order.Parts[0];
        order.Decline(part.Id, part.Lines[0].Id, 1, "Mất mùa", Plans.Monday).IsDone.ShouldBeTrue();
        part.Window.ShouldBeNull();
    }

    [Fact]
    public void It_is_late_when_its_last_day_is_over_and_it_is_not_packed()
    {
        var order = Place(June);
        var part = order.Parts[0];
        order.Accept(part.Id, Plans.Monday).IsDone.ShouldBeTrue();
        part.IsLate(AfterJune.AddTicks(-1)).ShouldBeFalse();
        part.IsLate(AfterJune).ShouldBeTrue();
        order.Pack(part.Id, AfterJune).IsDone.ShouldBeTrue();
        part.IsLate(AfterJune).ShouldBeFalse();
    }

    [Fact]
    public void The_buyer_calls_off_what_is_late_even_where_some_of_it_was_made_for_her()
    {
        var order = PlaceMade(7, June, null);
        var part = order.Parts[0];
        order.Accept(part.Id, Plans.Monday).IsDone.ShouldBeTrue();
        order.CancelPart(part.Id, AfterJune.AddTicks(-1)).Refusal.ShouldBeOfType<BeingMade>();
        order.CancelPart(part.Id, AfterJune).IsDone.ShouldBeTrue();
    }

    private static Order Place(params SendWindow?[] lines) => PlaceMade(null, lines);

    private static Order PlaceMade(int? readyInDays, params SendWindow?[] lines)
    {
        var plan = Plans.Of(PaymentWay.CashOnDelivery, (30_000, 600, [.. lines.Select(_ => (100_000L, 1))]));
        var part = plan.Parts[0];
        var ahead = part.Lines.Zip(lines, (line, window) => line with { Ahead = window is { } days ? new(new(line.Variant.Value), days) : null, ReadyInDays = window is null ? readyInDays : null });
        return Order.Place(new(Guid.Parse("0193f2a0-0000-7000-8000-00000000abcd")), plan with { Parts = [part with { Lines = [.. ahead] }] }, Plans.Monday).Value;
    }
}
