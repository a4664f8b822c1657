using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Changes what a cooperative shows of itself. Names, tax code, representative and bank account are not among it.</summary>
internal static class TellOfCooperative
{
    internal const int Name = 80;
    internal const int Line = 120;
    internal const int Text = 2_000;

    internal sealed record Form
    {
        public string? Line { get; set; }

        public string? LineEn { get; set; }

        public string? About { get; set; }

        public string? AboutEn { get; set; }

        public string? Quote { get; set; }

        public string? QuoteEn { get; set; }

        public string? Village { get; set; }

        public string? Phone { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, Form Typed) : ICommand, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Typed.Line).IsTold(Line).OverridePropertyName(nameof(Form.Line));
            RuleFor(c => c.Typed.LineEn).IsTold(Line).OverridePropertyName(nameof(Form.LineEn));
            RuleFor(c => c.Typed.About).IsTold(Text).OverridePropertyName(nameof(Form.About));
            RuleFor(c => c.Typed.AboutEn).IsTold(Text).OverridePropertyName(nameof(Form.AboutEn));
            RuleFor(c => c.Typed.Quote).IsTold(Text).OverridePropertyName(nameof(Form.Quote));
            RuleFor(c => c.Typed.QuoteEn).IsTold(Text).OverridePropertyName(nameof(Form.QuoteEn));
            RuleFor(c => c.Typed.Village).IsTold(Line).OverridePropertyName(nameof(Form.Village)).NotEmpty().WithMessage("sellers.flaw.village");
            RuleFor(c => c.Typed.Phone).Must(p => Phones.Read(p) is not null).OverridePropertyName(nameof(Form.Phone)).WithMessage("sellers.flaw.phone");
        }
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var typed = command.Typed;
            var cooperative = await db.Set<Cooperative>().SingleAsync(c => c.Id == command.Cooperative, cancellationToken);
            cooperative.Tell(
                cooperative.Line.Anew(Told.Of(typed.Line, typed.LineEn, Line)), cooperative.About.Anew(Told.Of(typed.About, typed.AboutEn, Text)),
                cooperative.Quote.Anew(Told.Of(typed.Quote, typed.QuoteEn, Text)),
                Told.Clean(typed.Village, Line), Phones.Read(typed.Phone)!);
            return Outcome.Done;
        }
    }
}
