using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>An admin keeps goods of a category from going to a country, or lets them go again, from now or a day to come.</summary>
internal static class AddDeliveryBlock
{
    private const int MostReason = 300;

    /// <param name="ReasonFr">Empty where nobody wrote it in French; French readers are told in English then.</param>
    internal sealed record Command(Actor Actor, string Category, string Place, bool IsBlocked, string ReasonVi, string ReasonEn, DateTimeOffset From, string ReasonFr = "")
        : ICommand, IForAdmin, IAbout
    {
        public string About => $"{Category} {Place}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Place).Must(DeliveryBlock.IsPlace).WithMessage("shipping.block.place");
            RuleFor(c => c.ReasonVi).Must(r => CleanText.Read(r, MostReason, out _) == TextVerdict.Clean).WithMessage("shipping.block.reason");
            RuleFor(c => c.ReasonFr).Must(r => string.IsNullOrWhiteSpace(r) || CleanText.Read(r, MostReason, out _) == TextVerdict.Clean).WithMessage("shipping.block.reason");
            RuleFor(c => c.ReasonEn).Must(r => CleanText.Read(r, MostReason, out _) == TextVerdict.Clean).WithMessage("shipping.block.reason");
        }
    }

    internal sealed class Handler(MarketDb db, CategoryTree categories, Ids ids, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.From < time.Now())
                return Outcome.Invalid(nameof(command.From), "shipping.rule.past");
            if ((await categories.AllAsync(cancellationToken)).All(c => c.Slug != command.Category))
                return Outcome.Invalid(nameof(command.Category), "shipping.block.category");
            CleanText.Read(command.ReasonVi, MostReason, out var vi);
            CleanText.Read(command.ReasonEn, MostReason, out var en);
            CleanText.Read(command.ReasonFr, MostReason, out var fr);
            db.Add(DeliveryBlock.Add(ids.New<RuleId>(), command.Category, command.Place, command.IsBlocked, new(vi, en, fr), command.From, command.Actor.Person));
            return Outcome.Done;
        }
    }
}
