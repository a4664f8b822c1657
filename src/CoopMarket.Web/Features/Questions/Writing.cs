using CoopMarket.Domain.Questions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CoopMarket.Web.Features.Questions;

/// <summary>The fields of a message, drawn by <c>_Write</c>.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Label">Over the words.</param>
/// <param name="Hint">Beside them; may be empty.</param>
internal sealed record Writing(MessageForm Form, string Label, string Hint = "")
{
    /// <summary>What is wrong with the words; null where nothing is.</summary>
    public string? Flaw(ModelStateDictionary state) => state["Form.Words"]?.Errors is [{ ErrorMessage: var said }, ..] ? said : null;
}

/// <summary>A thread as one of its readers sees it, drawn by <c>_Thread</c>.</summary>
/// <param name="Reader">Whose words are the reader's own; null for an admin.</param>
/// <param name="Buyer">What the buyer is called; empty once she was forgotten.</param>
/// <param name="Cooperative">Its name.</param>
/// <param name="Pictures">The address of a photo, up to its id.</param>
/// <param name="Key">What stands behind the id; may be empty.</param>
internal sealed record ThreadShown(ThreadView View, QuestionSide? Reader, string Buyer, string Cooperative, string Pictures, string Key = "");

/// <summary>The form with which a side asks the market to look, drawn by <c>_Report</c>.</summary>
/// <param name="IsReported">Whether a report waits already.</param>
/// <param name="Why">What was typed.</param>
internal sealed record Reporting(bool IsReported, string? Why);
