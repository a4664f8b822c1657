using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Says what a cooperative shows of itself in another language, and how that text came to be.</summary>
internal static class TranslateCooperative
{
    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? Line { get; set; }

        public string? About { get; set; }

        public string? Quote { get; set; }

        public TextOrigin? Origin { get; set; }
    }

    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Which.</param>
    /// <param name="Language">One of <see cref="Hosting.Languages.Others"/>.</param>
    /// <param name="Name">Its name there; passed over where the market approved one.</param>
    /// <param name="Line">Empty, like the others: none in that language.</param>
    /// <param name="About">Some sentences.</param>
    /// <param name="Quote">What one of them says.</param>
    /// <param name="Origin">How these texts came to be.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, string Language, string? Name, string? Line, string? About, string? Quote, TextOrigin? Origin)
        : ICommand, IForCooperative, ISerialized
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Language).IsOtherLanguage();
            RuleFor(c => c.Origin).IsOrigin();
            RuleFor(c => c.Name).IsTold(TellOfCooperative.Name).Must(n => string.IsNullOrWhiteSpace(n) || SellerName.Skeleton(n).Length > 0).WithMessage("sellers.flaw.name.letters");
            RuleFor(c => c.Line).IsTold(TellOfCooperative.Line);
            RuleFor(c => c.About).IsTold(TellOfCooperative.Text);
            RuleFor(c => c.Quote).IsTold(TellOfCooperative.Text);
        }
    }

    internal sealed class Handler(MarketDb db, TakenNames names) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var cooperative = await db.Set<Cooperative>().SingleAsync(c => c.Id == command.Cooperative, cancellationToken);
            var origin = await db.Set<SellerApplication>().AsNoTracking().SingleAsync(a => a.Id == cooperative.Application, cancellationToken);
            var name = NamesItself(origin.Details, command.Language)
                ? Told.Clean(command.Name, TellOfCooperative.Name)
                : cooperative.Name.All.GetValueOrDefault(command.Language, "");
            var all = cooperative.Name.With(command.Language, name);
            if (await names.AnotherHasAsync(origin, all.All.Values, cancellationToken))
                return Outcome.Invalid(nameof(command.Name), "refusal.NameLooksTaken");
            await names.TakeAsync(origin, all.All.Values, cancellationToken);
            cooperative.Translate(
                command.Language, name, Told.Clean(command.Line, TellOfCooperative.Line), Told.Clean(command.About, TellOfCooperative.Text),
                Told.Clean(command.Quote, TellOfCooperative.Text), command.Origin!.Value);
            return Outcome.Done;
        }
    }

    /// <summary>Whether the name in that language is its own to write: one that it applied with was approved, and stays.</summary>
    public static bool NamesItself(SellerDetails approved, string language) => language != "en" || approved.EnglishName.Length == 0;
}
