using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <summary>A consent may belong to a person with an account, and says which version of the market's words she agreed to; older ones say neither.</summary>
    public partial class OwnConsents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "person",
                table: "stories_consents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_version",
                table: "stories_consents",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_stories_consents_person",
                table: "stories_consents",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_stories_consents_person",
                table: "stories_consents");

            migrationBuilder.DropColumn(
                name: "person",
                table: "stories_consents");

            migrationBuilder.DropColumn(
                name: "text_version",
                table: "stories_consents");
        }
    }
}
