using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin writes down a word that food may not be praised with from now on, or lets one go.</summary>
internal static class AddForbiddenWord
{
    internal sealed class Form
    {
        public string? Language { get; set; }

        public string? Words { get; set; }

        /// <summary>Lets the word go instead.</summary>
        public bool LetsGo { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Language, string? Words, bool LetsGo) : ICommand, IForAdmin, IAbout
    {
        public string About => "words";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Language).Must(l => Languages.All.Contains(l)).WithMessage("catalog.words.flaw.language");
            RuleFor(c => c.Words).IsText(ForbiddenWord.MostLetters, "catalog.words.flaw.words");
            RuleFor(c => c.Words).Must(w => Folding.Fold(Typed.Text(w, ForbiddenWord.MostLetters)).Length >= 3).When(c => Typed.Text(c.Words, ForbiddenWord.MostLetters).Length > 0)
                .WithMessage("catalog.words.flaw.short");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            db.Add(ForbiddenWord.Write(ids.New<RuleId>(), command.Language!, Typed.Text(command.Words, ForbiddenWord.MostLetters), !command.LetsGo, now, now, command.Actor.Person));
            return Task.FromResult(Outcome.Done);
        }
    }
}
